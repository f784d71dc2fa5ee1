/// The plan of the house as the tests know it; whoever adds a room or lets a package in writes it down here.
enum House {
  /// What may stand at the top besides files whose names begin with a dot.
  static let entries: Set<String> = ["Package.swift", "Sources", "Tests", "Gazetteer", "GeoJSON", "README.md"]

  /// The floor of each target: it imports only targets of lower floors.
  static let floors: [String: Int] = [
    "CGEOS": 0, "CPROJ": 0, "CXML2": 0, "CTables": 0,
    "Tables": 1, "ArabicText": 1, "Geography": 1,
    "Topology": 2, "Geodesy": 2, "Incidents": 2,
    "Articles": 3, "Gazetteer": 3,
    "Extraction": 4, "Aggregation": 4, "Formats": 4, "Ledger": 4,
    "Pipeline": 5, "Charts": 5,
    "FeatureServer": 6,
    "rasid": 7,
  ]

  /// The targets below Tests that are no tests: what several test targets use, and what is measured by hand.
  static let sharedByTests: Set<String> = ["RandomSources", "TestFolders", "Calibration"]
  static let benchmarks = "benchmarks"

  /// The one target that may import each outside package and each C library.
  static let owners: [String: String] = [
    "CGEOS": "Topology", "CPROJ": "Geodesy", "CXML2": "Articles", "CTables": "Tables", "ArgumentParser": "rasid",
    "GRDB": "Ledger", "GRDBSQLite": "Ledger", "Hummingbird": "FeatureServer", "Logging": "FeatureServer",
  ]

  /// What comes with Swift and the system, and the targets that may use it; the others need nothing but Swift itself.
  static let system: [String: Set<String>] = [
    "Foundation": ["Tables", "Articles", "Gazetteer", "Extraction", "Pipeline", "FeatureServer", "rasid"],
    "Synchronization": ["Gazetteer"],
    "Glibc": ["Aggregation", "Formats"], "Musl": ["Aggregation", "Formats"], "Darwin": ["Aggregation", "Formats"],
  ]

  /// The targets where pointers of C may be seen.
  static let pointerTargets: Set<String> = ["Topology", "Geodesy", "Articles", "Tables"]

  /// Names that say nothing of what is behind them.
  static let emptyNames = ["Utilities", "Utility", "Utils", "Helpers", "Helper", "Common", "Core", "Manager", "Misc"]

  static let longestFile = 600
  static let medianFile = 150
}
