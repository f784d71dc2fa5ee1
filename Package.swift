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
  products: [
    .executable(name: "rasid", targets: ["rasid"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
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
    .target(name: "Articles", dependencies: ["CXML2", "Geography", "Incidents"], swiftSettings: settings),
    .target(
      name: "Gazetteer",
      dependencies: ["Tables", "ArabicText", "Geography", "Topology", "Geodesy", "Incidents"],
      swiftSettings: settings),

    // Floor 4: the work.
    .target(
      name: "Extraction", dependencies: ["Tables", "ArabicText", "Geodesy", "Incidents", "Gazetteer"],
      swiftSettings: settings),
    .target(
      name: "Aggregation", dependencies: ["Geography", "Topology", "Geodesy", "Incidents"],
      swiftSettings: settings),
    .target(name: "Formats", dependencies: ["Geography", "Incidents"], swiftSettings: settings),

    // Floor 5: what needs several of the rooms below.
    .target(
      name: "Pipeline",
      dependencies: [
        "Tables", "Geography", "Geodesy", "Incidents", "Articles", "Gazetteer", "Extraction", "Aggregation", "Formats",
      ],
      swiftSettings: settings),

    .target(name: "Charts", dependencies: ["Geography", "Geodesy"], swiftSettings: settings),

    // Floor 7: the command.
    .executableTarget(
      name: "rasid",
      dependencies: [
        "Tables", "Geography", "Topology", "Geodesy", "Incidents", "Articles", "Gazetteer", "Aggregation", "Formats",
        "Charts", "Pipeline", "Extraction",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // What test targets share, besides Tests/Fixtures; no room depends on it.
    .target(name: "RandomSources", path: "Tests/SeededRandom", swiftSettings: settings),
    .target(name: "TestFolders", path: "Tests/TestFolders", swiftSettings: settings),
    .target(name: "Calibration", path: "Tests/Calibration", swiftSettings: settings),

    // What is measured, by hand: swift run -c release benchmarks.
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "ArabicText", "Extraction", "Incidents", "Tables", "Geography", "Articles", "Formats", "Pipeline",
        "Calibration",
      ], path: "Tests/Benchmarks", swiftSettings: settings),

    // One test target a room.
    .testTarget(
      name: "TablesTests", dependencies: ["Tables", "RandomSources", "TestFolders"], swiftSettings: settings),
    .testTarget(name: "ArabicTextTests", dependencies: ["ArabicText", "RandomSources"], swiftSettings: settings),
    .testTarget(name: "IncidentsTests", dependencies: ["Incidents", "RandomSources"], swiftSettings: settings),
    .testTarget(name: "GeographyTests", dependencies: ["Geography", "RandomSources"], swiftSettings: settings),
    .testTarget(
      name: "TopologyTests", dependencies: ["Topology", "Geography", "RandomSources"], swiftSettings: settings),
    .testTarget(
      name: "GeodesyTests", dependencies: ["Geodesy", "Geography", "RandomSources"], swiftSettings: settings),
    .testTarget(
      name: "ArticlesTests", dependencies: ["Articles", "Incidents", "RandomSources", "TestFolders"],
      swiftSettings: settings),
    .testTarget(
      name: "GazetteerTests",
      dependencies: [
        "Gazetteer", "Tables", "ArabicText", "Geography", "Topology", "Geodesy", "Incidents", "RandomSources",
        "TestFolders",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ExtractionTests",
      dependencies: [
        "Extraction", "Gazetteer", "Tables", "ArabicText", "Geography", "Geodesy", "Incidents", "RandomSources",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "FormatsTests", dependencies: ["Formats", "Geography", "Incidents", "RandomSources", "TestFolders"],
      swiftSettings: settings),
    .testTarget(
      name: "AggregationTests",
      dependencies: ["Aggregation", "Formats", "Geography", "Topology", "Geodesy", "Incidents", "RandomSources"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "PipelineTests",
      dependencies: [
        "Pipeline", "Tables", "Geography", "Incidents", "Articles", "Gazetteer", "Extraction", "Formats",
        "RandomSources", "TestFolders", "Calibration",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ChartsTests", dependencies: ["Charts", "Gazetteer", "Tables", "Geography", "Incidents"],
      swiftSettings: settings),
    .testTarget(
      name: "CommandTests", dependencies: ["rasid", "TestFolders"], exclude: ["Golden"], swiftSettings: settings),
    .testTarget(name: "PackageTests", dependencies: ["Tables"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x  // #embed
)
