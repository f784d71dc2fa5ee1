/// The fields of an item of JSON lines or CSV before they become a report.
struct ArticleFields {
  var id: String?
  var title: String?
  var text: String
  var published: String?
  var url: String?
  var publisher: String?
  var warnings: [ArticleWarning] = []
}
