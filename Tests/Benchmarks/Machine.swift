import Foundation

/// What the figures were measured on, and how much memory this process takes; empty where there is no `/proc`.
enum Machine {
  /// The processor, its cores, and how busy the machine is with other things.
  static var description: String {
    let model = field("model name", in: "/proc/cpuinfo") ?? "an unknown processor"
    let load = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8))?.split(separator: " ").first
    return "\(model), \(ProcessInfo.processInfo.activeProcessorCount) cores, load \(load ?? "unknown")"
  }

  /// How long processors have worked for this process, seconds.
  static var processorSeconds: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

  /// The most memory that this process has held since ``forgetPeak()``, in units of 10⁶ bytes; 0 where that is not told.
  static var peakMegabytes: Double {
    let kibibytes = field("VmHWM", in: "/proc/self/status")?.split(separator: " ").first.flatMap { Double($0) }
    return (kibibytes ?? 0) * 1024 / 1e6
  }

  /// Begins a new peak at what is held now.
  static func forgetPeak() {
    guard let handle = FileHandle(forWritingAtPath: "/proc/self/clear_refs") else { return }
    try? handle.write(contentsOf: Data("5".utf8))
    try? handle.close()
  }

  private static func field(_ name: String, in path: String) -> String? {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    return text.split(separator: "\n").first { $0.hasPrefix(name) }?.split(separator: ":").last?
      .trimmingCharacters(in: .whitespaces)
  }
}
