#pragma once
#include <libxml/xmlversion.h>
// Debian's libxml2 draws in the system's ICU headers, which clash with those inside Foundation. Only the last members
// of the converter struct need them, and that struct is used through pointers alone.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/encoding.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
