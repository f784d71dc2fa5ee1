// swift-tools-version: 6.3
import PackageDescription

// One list of settings for every Swift target, so that no target is laxer than another.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

// The floors of the house, from the ground up: a target depends on lower floors only.
// Tests/PackageTests reads this manifest and the imports and fails on a wrong one.
let package = Package(
  name: "rasid",
  targets: [
    // Floor 0: C.
    .systemLibrary(name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
    .systemLibrary(name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
    .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CTables"),

    // Floor 1: values and text.
    .target(name: "Tables", dependencies: ["CTables"], swiftSettings: settings),
    .target(name: "ArabicText", swiftSettings: settings),
    .target(name: "Geography", swiftSettings: settings),

    // Floor 2: geometry engines and the vocabulary.
    .target(name: "Topology", dependencies: ["CGEOS", "Geography"], swiftSettings: settings),
    .target(name: "Geodesy", dependencies: ["CPROJ", "Geography"], swiftSettings: settings),
    .target(name: "Incidents", dependencies: ["Geography"], swiftSettings: settings),

    // Floor 3: what goes in.
    .target(name: "Articles", dependencies: ["CXML2", "ArabicText", "Geography", "Incidents"], swiftSettings: settings),
    .target(
      name: "Gazetteer",
      dependencies: ["Tables", "ArabicText", "Geography", "Topology", "Geodesy", "Incidents"], swiftSettings: settings),

    // Floor 4: the work.
    .target(
      name: "Extraction", dependencies: ["Tables", "ArabicText", "Geography", "Geodesy", "Incidents", "Gazetteer"],
      swiftSettings: settings),
    .target(
      name: "Aggregation", dependencies: ["Geography", "Topology", "Geodesy", "Incidents", "Gazetteer"],
      swiftSettings: settings),
    .target(name: "Formats", dependencies: ["Geography", "Incidents"], swiftSettings: settings),


  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x  // #embed
)
