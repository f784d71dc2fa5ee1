import Testing

@Suite("The floors of the house")
struct FloorTests {
  private let manifest: Manifest

  init() throws {
    manifest = try Manifest()
  }

  /// Whatever is no test and not among what tests share, wherever it lies.
  private var rooms: [Manifest.Target] {
    manifest.targets.filter {
      $0.kind != "testTarget" && !House.sharedByTests.contains($0.name) && $0.name != House.benchmarks
    }
  }

  @Test("the manifest is read whole")
  func reading() {
    #expect(Set(rooms.map(\.name)) == Set(Checkout.names("Sources").filter { !$0.hasPrefix(".") }))
    #expect(Set(manifest.targets.map(\.name)).count == manifest.targets.count)
    // Each folder is a target, and each target has the folder that its kind demands.
    for room in rooms { #expect(room.folder == "Sources/" + room.name) }
    let inTests = manifest.targets.filter { $0.folder.hasPrefix("Tests/") }.map { $0.folder.dropFirst("Tests/".count) }
    #expect((inTests + ["Fixtures"]).sorted() == Checkout.names("Tests").filter { !$0.hasPrefix(".") }.map { $0[...] })
    #expect(rooms.contains { $0.name == "rasid" && $0.kind == "executableTarget" && $0.products == ["ArgumentParser"] })
    #expect(rooms.contains { $0.name == "Topology" && $0.dependencies == ["CGEOS", "Geography"] })
  }

  @Test("every target has its floor and depends on lower floors only")
  func manifestFloors() throws {
    for room in rooms {
      let floor = try #require(House.floors[room.name], "\(room.name) has no floor in House.swift")
      for dependency in room.dependencies {
        let lower = try #require(House.floors[dependency], "\(dependency) has no floor in House.swift")
        #expect(lower < floor, "\(room.name) (floor \(floor)) depends on \(dependency) (floor \(lower))")
      }
    }
  }

  @Test("every import is of a lower floor, declared in the manifest, or allowed by name")
  func imports() {
    for file in SourceFile.all {
      let room = rooms.first { $0.name == file.target }
      for module in file.imports {
        if House.floors[module] != nil {
          #expect(room?.dependencies.contains(module) == true, "\(file.path) imports \(module), which is not declared")
        } else if let owner = House.owners[module] {
          #expect(owner == file.target, "\(file.path) imports \(module), which is \(owner)'s")
        } else {
          #expect(
            House.system[module]?.contains(file.target) == true,
            "\(file.path) imports \(module): allow it in House.swift, or do without")
        }
      }
    }
    #expect(SourceFile.all.count > 50)
  }

  @Test("every declared dependency is imported")
  func unusedDependencies() {
    for room in rooms where room.kind != "systemLibrary" {
      let used = Set(SourceFile.all.filter { $0.target == room.name }.flatMap(\.imports))
      for dependency in room.dependencies + room.products {
        #expect(used.contains(dependency), "\(room.name) declares \(dependency) and never imports it")
      }
    }
  }

  @Test("what tests share needs nothing, no room depends on it, and the tests that declare it import it")
  func shared() throws {
    for name in House.sharedByTests.sorted() {
      let target = try #require(manifest.targets.first { $0.name == name }, "\(name) is not in the manifest")
      #expect(target.kind == "target" && target.folder.hasPrefix("Tests/"))
      #expect(target.dependencies == [] && target.products == [])
      #expect(House.floors[name] == nil, "\(name) is for tests alone and has no floor")
      let users = manifest.targets.filter { $0.dependencies.contains(name) }
      #expect(users.allSatisfy { $0.kind == "testTarget" || $0.name == House.benchmarks }, "\(name) is for tests alone")
      let importing = Set(SourceFile.tests.filter { $0.imports.contains(name) }.map(\.target))
      #expect(
        importing == Set(users.map { String($0.folder.dropFirst("Tests/".count)) }),
        "\(name) is to be declared where it is imported, and only there")
      #expect(users.count > 1, "\(name) is shared by nobody")
    }
  }

  @Test("each C library and each outside package has one target that imports it")
  func owners() {
    let outside = Set(rooms.filter { $0.name.hasPrefix("C") && House.floors[$0.name] == 0 }.map(\.name))
      .union(rooms.flatMap(\.products))
    for module in outside.sorted() {
      let users = Set(SourceFile.all.filter { $0.imports.contains(module) }.map(\.target))
      #expect(users.count == 1, "\(module) is imported by \(users.sorted())")
      #expect(users.first == House.owners[module], "\(module) is not \(House.owners[module] ?? "anybody")'s")
    }
    #expect(outside.isSuperset(of: ["CGEOS", "CPROJ", "CXML2", "CTables", "ArgumentParser"]))
  }

  @Test("every target has the settings of the house")
  func settings() {
    #expect(manifest.text.contains("// swift-tools-version: 6.3\n"))
    #expect(manifest.text.contains("swiftLanguageModes: [.v6]"))
    for feature in [
      "ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility", "NonisolatedNonsendingByDefault",
    ] {
      #expect(manifest.text.contains(".enableUpcomingFeature(\"\(feature)\")"))
    }
    #expect(manifest.text.contains(".treatAllWarnings(as: .error)"))
    let swift = manifest.targets.filter { $0.kind != "systemLibrary" && $0.name != "CTables" }.count
    #expect(
      manifest.text.split(separator: "swiftSettings: settings", omittingEmptySubsequences: false).count - 1 == swift)
  }
}
