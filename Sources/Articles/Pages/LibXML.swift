internal import CXML2

/// The set-up that libxml2 wants once before several threads use it.
enum LibXML {
  private static let isPrepared: Bool = {
    xmlInitParser()
    return true
  }()

  /// Prepares libxml2; cheap when called again.
  static func prepare() {
    _ = isPrepared
  }
}
