#pragma once
// Hides the functions without a context, which are not safe with several threads.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>
