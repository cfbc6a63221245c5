/* Each format over an article made by hand: hostile text, overlapping issues, text outside ASCII. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>
#include <jansson.h>
#include <libxml/HTMLparser.h>
#include <libxml/xpath.h>

#include "reports/html/assets.h"
#include "reports/report.h"

/* The file: a heading, an empty line, two paragraphs. */
#define HEADING "Ä <script>alert(1)</script>"
#define FIRST "eins zwei drei vier fünf \xe2\x80\xae sechs\xe2\x80\xac"
#define SECOND "Das Modell lässt gewinnen."
static const char right_to_left_override[] = { '\xe2', '\x80', '\xae', '\0' };
#define TEXT HEADING "\n" FIRST "\n" SECOND

/* SLICE is no constant expression. */
#define TEXT_SLICE(literal)                                                                                            \
    {                                                                                                                  \
        literal, sizeof(literal) - 1                                                                                   \
    }

static const struct rule_info rules[] = {
    {
        .id = TEXT_SLICE("idiom/<b>"),
        .category = TEXT_SLICE("accuracy/mistranslation"),
        .severity = SEVERITY_MAJOR,
        .confidence = 0.92F,
        .english = TEXT_SLICE("<i>one</i> & \"two\""),
        .why = { TEXT_SLICE("Grund & \"so\""), TEXT_SLICE("Why & \"so\"") },
    },
    {
        .id = TEXT_SLICE("residue/x"),
        .category = TEXT_SLICE("markup/residue"),
        .severity = SEVERITY_CRITICAL,
        .confidence = 0.5F,
        .why = { TEXT_SLICE("Weg"), TEXT_SLICE("Off") },
    },
    {
        .id = TEXT_SLICE("omission/x"),
        .category = TEXT_SLICE("accuracy/omission"),
        .severity = SEVERITY_MINOR,
        .confidence = 1.0F,
        .why = { TEXT_SLICE("Fehlt"), TEXT_SLICE("Missing") },
    },
};

struct fixture {
    struct document doc;
    struct issues issues;
    struct result result;
    struct report_style style;
};

static struct span span_of(const char *part)
{
    const char *at = strstr(TEXT, part);

    assert_non_null(at);
    return (struct span){ (uint32_t)(at - TEXT), (uint32_t)(at - TEXT + (ptrdiff_t)strlen(part)) };
}

static void add_segment(struct document *doc, const char *part, enum segment_kind kind, struct origin origin)
{
    struct span span = span_of(part);

    doc->segments[doc->segment_count++] = (struct segment){ .span = span, .kind = kind };
    doc->anchors[doc->anchor_count++] = (struct anchor){ .text_start = span.start, .origin = origin };
}

static struct issue *add_issue(struct fixture *fixture, size_t rule, const char *part)
{
    return issues_add(&fixture->issues, &rules[rule], span_of(part));
}

/* "zwei drei" and "drei vier" cross; "eins … sechs" holds both; the issue at the end covers nothing. */
static int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    struct document *doc = &fixture->doc;
    uint32_t end = (uint32_t)strlen(TEXT);

    doc->name = SLICE("a\"<b>.txt");
    doc->text = SLICE(TEXT);
    doc->segments = arena_array(&doc->arena, 3, sizeof *doc->segments);
    doc->anchors = arena_array(&doc->arena, 3, sizeof *doc->anchors);
    add_segment(doc, HEADING, SEGMENT_HEADING, (struct origin){ .line = 1, .column = 1 });
    add_segment(doc, FIRST, SEGMENT_PARAGRAPH, (struct origin){ .byte = 30, .code_point = 29, .line = 3, .column = 1 });
    add_segment(doc, SECOND, SEGMENT_PARAGRAPH,
                (struct origin){ .byte = 65, .code_point = 61, .line = 4, .column = 1 });
    doc->word_count = 14;
    fixture->issues.arena = &doc->arena;
    issue_suggest(&fixture->issues, add_issue(fixture, 0, "<script>alert(1)</script>"), SLICE("<img src=x>"));
    add_issue(fixture, 1, FIRST);
    issue_suggest(&fixture->issues, add_issue(fixture, 0, "zwei drei"), SLICE("2 & 3"));
    add_issue(fixture, 2, "drei vier");
    issue_suggest(&fixture->issues, add_issue(fixture, 2, "gewinnen"), SLICE("sie gewinnen"));
    issues_add(&fixture->issues, &rules[2], (struct span){ end, end });
    fixture->result = (struct result){ .doc = doc,
                                       .issues = &fixture->issues,
                                       .score = score_of(doc, &fixture->issues),
                                       .all = &fixture->issues,
                                       .fail_on = SEVERITY_MINOR,
                                       .max_penalty = -1 };
    fixture->style = (struct report_style){
        .language = LANGUAGE_DE, .version = "9.9", .max_penalty = -1, .fail_on = SEVERITY_MINOR
    };
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;

    arena_free(&fixture->doc.arena);
    free(fixture);
    return 0;
}

/* The report as a string, to be freed. */
static char *report_of(const struct fixture *fixture, const char *format, size_t copies)
{
    struct result results[] = { fixture->result, fixture->result };
    size_t length;
    char *text = NULL;
    FILE *out = open_memstream(&text, &length);

    assert_int_equal(report_format_named(slice_of(format))->write(out, results, copies, &fixture->style), 0);
    assert_int_equal(fclose(out), 0);
    return text;
}

static void formats_are_found_by_name_and_by_ending(void **state)
{
    (void)state;
    assert_string_equal(report_format_named(SLICE("ndjson"))->name, "ndjson");
    assert_null(report_format_named(SLICE("nd")));
    assert_string_equal(report_format_for_file(SLICE("out/report.html"))->name, "html");
    assert_string_equal(report_format_for_file(SLICE("r.ndjson"))->name, "ndjson");
    assert_null(report_format_for_file(SLICE("report.docx")));
}

static void ndjson_has_its_fields_in_order(void **state)
{
    char *text = report_of(*state, "ndjson", 1);
    char *end = strchr(text, '\n');

    assert_non_null(end);
    *end = '\0';
    assert_string_equal(text, "{\"file\":\"a\\\"<b>.txt\",\"start\":2,\"end\":27,\"line\":1,\"column\":3,"
                              "\"rule\":\"idiom/<b>\",\"category\":\"accuracy/mistranslation\",\"severity\":\"major\","
                              "\"confidence\":0.92,\"message\":\"Grund & \\\"so\\\"\","
                              "\"text\":\"<script>alert(1)</script>\",\"suggestions\":[\"<img src=x>\"],"
                              "\"source\":\"<i>one</i> & \\\"two\\\"\"}");
    free(text);
}

static void ndjson_has_a_line_for_each_issue_with_places_in_code_points(void **state)
{
    char *text = report_of(*state, "ndjson", 1), *rest = text, *line;
    size_t lines = 0;

    while ((line = strsep(&rest, "\n")) != NULL && *line != '\0') {
        json_t *object = json_loads(line, JSON_REJECT_DUPLICATES, NULL);

        assert_int_equal(json_object_size(object), 13);
        if (lines++ == 2) {
            assert_int_equal(json_integer_value(json_object_get(object, "start")), 34);
            assert_int_equal(json_integer_value(json_object_get(object, "end")), 43);
            assert_int_equal(json_integer_value(json_object_get(object, "line")), 3);
            assert_int_equal(json_integer_value(json_object_get(object, "column")), 6);
        }
        json_decref(object);
    }
    assert_int_equal(lines, 6);
    free(text);
}

static void a_file_name_that_is_not_utf8_gives_valid_json(void **state)
{
    struct fixture *fixture = *state;
    char *text;
    json_t *root;

    fixture->doc.name = SLICE("a\xff.txt");
    text = report_of(fixture, "json", 1);
    root = json_loads(text, 0, NULL);
    assert_string_equal(json_string_value(json_object_get(json_array_get(json_object_get(root, "files"), 0), "file")),
                        "a\xef\xbf\xbd.txt");
    json_decref(root);
    free(text);
}

static void json_holds_files_scores_and_issues(void **state)
{
    char *text = report_of(*state, "json", 2);
    json_t *root = json_loads(text, JSON_REJECT_DUPLICATES, NULL), *files = json_object_get(root, "files");
    json_t *file = json_array_get(files, 1);

    assert_string_equal(json_string_value(json_object_get(root, "version")), "9.9");
    assert_int_equal(json_array_size(files), 2);
    assert_int_equal(json_integer_value(json_object_get(file, "words")), 14);
    assert_float_equal(json_real_value(json_object_get(file, "penalty")), 38.0, 0.001);
    assert_float_equal(json_real_value(json_object_get(file, "penalty_per_1000")), 2714.29, 0.001);
    assert_float_equal(json_real_value(json_object_get(file, "score")), 0.0, 0.001);
    assert_true(json_is_false(json_object_get(file, "passed")));
    assert_int_equal(json_integer_value(json_object_get(json_object_get(file, "counts"), "minor")), 3);
    assert_int_equal(json_array_size(json_object_get(file, "issues")), 6);
    assert_null(strstr(text, "0.92000"));
    json_decref(root);
    free(text);
}

static void text_shows_the_passage_underlined_and_names_control_characters(void **state)
{
    char *text = report_of(*state, "text", 1);

    assert_non_null(strstr(text, "a\"<b>.txt:3:6: schwer: Grund & \"so\" [idiom/<b>]\n"
                                 "    eins zwei drei vier fünf <RLO> sechs<PDF>\n"
                                 "         ^~~~~~~~~\n"
                                 "    besser: 2 & 3\n"));
    assert_null(strstr(text, right_to_left_override));
    assert_null(strchr(text, '\033'));
    assert_non_null(strstr(text, "Nicht bestanden: 6 Anmerkungen (1 kritisch, 2 schwer, 3 leicht), 14 Wörter, "
                                 "2.714,3 Strafpunkte je 1.000 Wörter, Wert 0,0 von 100\n"));
    free(text);
}

static void text_is_coloured_on_request(void **state)
{
    struct fixture *fixture = *state;
    char *text;

    fixture->style.colour = true;
    text = report_of(fixture, "text", 1);
    assert_non_null(strstr(text, "\033["));
    free(text);
}

static htmlDocPtr parsed_page(const char *page)
{
    return htmlReadMemory(page, (int)strlen(page), NULL, "UTF-8",
                          HTML_PARSE_NONET | HTML_PARSE_NOWARNING | HTML_PARSE_NOERROR);
}

/* How many nodes an XPath expression finds. */
static int found(htmlDocPtr doc, const char *path)
{
    xmlXPathContextPtr context = xmlXPathNewContext(doc);
    xmlXPathObjectPtr result = xmlXPathEvalExpression((const xmlChar *)path, context);
    int count = result->nodesetval == NULL ? 0 : result->nodesetval->nodeNr;

    xmlXPathFreeObject(result);
    xmlXPathFreeContext(context);
    return count;
}

/* libxml2 knows HTML 4 only; of HTML 5 it knows no tags ("article") but the nesting, which is what matters. */
static int nesting_errors;

static void count_error(void *context, xmlErrorPtr error)
{
    (void)context;
    if (error->code != XML_HTML_UNKNOWN_TAG)
        nesting_errors++;
}

static void html_is_well_formed_though_issues_overlap(void **state)
{
    char *page = report_of(*state, "html", 2);
    htmlParserCtxtPtr parser = htmlNewParserCtxt();
    htmlDocPtr doc;

    nesting_errors = 0;
    xmlSetStructuredErrorFunc(parser, count_error);
    doc = htmlCtxtReadMemory(parser, page, (int)strlen(page), NULL, "UTF-8", HTML_PARSE_NONET);
    xmlSetStructuredErrorFunc(NULL, NULL);
    assert_non_null(doc);
    assert_int_equal(nesting_errors, 0);
    assert_int_equal(found(doc, "//article"), 2);
    assert_int_equal(found(doc, "//nav//a"), 2);
    xmlFreeDoc(doc);
    htmlFreeParserCtxt(parser);
    free(page);
}

static void html_links_marks_and_notes_both_ways(void **state)
{
    char *page = report_of(*state, "html", 1);
    htmlDocPtr doc = parsed_page(page);

    assert_int_equal(found(doc, "//*[@role='note']"), 6);
    assert_int_equal(found(doc, "//article//a[@id and starts-with(@href, '#n1-')]"), 6);
    assert_int_equal(found(doc, "//*[@role='note']/a[starts-with(@href, '#m1-')]"), 6);
    assert_int_equal(found(doc, "//a[starts-with(@href, '#') and not(substring(@href, 2) = //@id)]"), 0);
    assert_int_equal(found(doc, "//mark[@data-note and not(@aria-describedby = //@id)]"), 0);
    assert_int_equal(found(doc, "//*[@id = preceding::*/@id]"), 0);
    xmlFreeDoc(doc);
    free(page);
}

static void html_says_the_reason_of_a_rule_once(void **state)
{
    struct fixture *fixture = *state;
    struct issue *first = &fixture->issues.items[0];
    char *html;

    first->message[LANGUAGE_DE] = SLICE("Grund & \"so\" So an 3 Stellen.");
    html = report_of(fixture, "html", 1);
    assert_non_null(strstr(html, "&quot;so&quot; So an 3 Stellen.</p>"));
    free(html);
}

static void html_splits_marks_where_they_cross(void **state)
{
    char *page = report_of(*state, "html", 1);
    htmlDocPtr doc = parsed_page(page);

    assert_int_equal(found(doc, "//mark[@data-note='n1-3']"), 2);
    assert_int_equal(found(doc, "//mark[@data-note='n1-4']"), 2);
    assert_int_equal(found(doc, "//mark[@data-note='n1-3']//mark[@data-note='n1-4' and .='drei']"), 1);
    assert_int_equal(found(doc, "//mark[contains(@class, 'delete')]//mark[.='zwei ']"), 1);
    assert_int_equal(found(doc, "//mark[contains(@class, 'before') and .='gewinnen']"), 1);
    assert_int_equal(found(doc, "//span[@class='caret' and @data-note='n1-6']"), 1);
    xmlFreeDoc(doc);
    free(page);
}

static void html_escapes_all_that_comes_from_an_article_or_a_rule(void **state)
{
    char *page = report_of(*state, "html", 1);
    htmlDocPtr doc = parsed_page(page);

    assert_int_equal(found(doc, "//script"), 1);
    assert_int_equal(found(doc, "//img | //article//i[.='one'] | //b[.='.txt']"), 0);
    assert_int_equal(found(doc, "//mark//span[@class='unseen' and .='RLO']"), 1);
    assert_null(strstr(page, right_to_left_override));
    assert_non_null(strstr(page, "<q lang=\"en\">&lt;i&gt;one&lt;/i&gt; &amp; &quot;two&quot;</q>"));
    assert_non_null(strstr(page, "<ins lang=\"de\">&lt;img src=x&gt;</ins>"));
    xmlFreeDoc(doc);
    free(page);
}

static void html_allows_nothing_but_its_own_style_and_script(void **state)
{
    char *page = report_of(*state, "html", 1);
    htmlDocPtr doc = parsed_page(page);

    assert_non_null(strstr(page, "content=\"default-src 'none'; style-src 'sha256-"));
    assert_non_null(strstr(page, html_article_js.sha256));
    assert_null(strstr(page, "unsafe-inline"));
    assert_int_equal(found(doc, "//@style | //@src | //link | //*[starts-with(@href, 'http')]"), 0);
    assert_int_equal(found(doc, "//@*[starts-with(name(), 'on')]"), 0);
    xmlFreeDoc(doc);
    free(page);
}

static void html_says_its_languages(void **state)
{
    struct fixture *fixture = *state;
    htmlDocPtr doc;
    char *page;

    fixture->style.language = LANGUAGE_EN;
    page = report_of(fixture, "html", 1);
    doc = parsed_page(page);
    assert_int_equal(found(doc, "/html[@lang='en']"), 1);
    assert_int_equal(found(doc, "//article[@lang='de']"), 1);
    assert_int_equal(found(doc, "//article//*[@lang='en' and contains(@class, 'notes')]"), 3);
    assert_non_null(strstr(page, "Not passed"));
    assert_non_null(strstr(page, "Why &amp; &quot;so&quot;"));
    xmlFreeDoc(doc);
    free(page);
}

static void reports_over_no_article_are_whole(void **state)
{
    char *page = report_of(*state, "html", 0), *json = report_of(*state, "json", 0);
    json_t *root = json_loads(json, 0, NULL);

    assert_non_null(strstr(page, "Es wurde kein Artikel gelesen."));
    assert_non_null(strstr(page, "</html>"));
    assert_int_equal(json_array_size(json_object_get(root, "files")), 0);
    json_decref(root);
    free(json);
    free(page);
}

/* Written by an article into a comment on a forge, nothing may call anyone, link anywhere or be markup. */
static void markdown_is_inert(void **state)
{
    struct fixture *fixture = *state;
    char *text;

    fixture->doc.name = SLICE("a|b`*_[x](http://y.example)#1@somebody<b>.txt");
    text = report_of(fixture, "markdown", 2);
    assert_non_null(strstr(text, "a\\|b\\`\\*\\_\\[x\\](http&#58;//y.example)#&#8288;1@&#8288;somebody&lt;b\\>.txt"));
    assert_null(strstr(text, "<script"));
    assert_null(strstr(text, "<img"));
    assert_null(strstr(text, "://"));
    assert_null(strstr(text, right_to_left_override));
    free(text);
}

static void markdown_begins_with_the_verdict_and_lists_the_gravest_first(void **state)
{
    char *text = report_of(*state, "markdown", 1), *critical, *minor;

    assert_ptr_equal(strstr(text, "### Korrekturbericht: ❌ Nicht bestanden\n"), text);
    critical = strstr(text, "- **kritisch**");
    minor = strstr(text, "- **leicht**");
    assert_non_null(critical);
    assert_non_null(minor);
    assert_true(critical < minor);
    free(text);
}

static void pdf_without_a_chromium_names_the_package(void **state)
{
    struct fixture *fixture = *state;
    struct rs_error error = { .message = "" };
    FILE *out = fopen("/dev/null", "w");

    fixture->style.error = &error;
    setenv("CHROMIUM", "/nowhere/chromium", 1);
    assert_int_equal(report_pdf(out, &fixture->result, 1, &fixture->style), -1);
    assert_non_null(strstr(error.message, "install the package chromium"));
    unsetenv("CHROMIUM");
    fclose(out);
}

static void a_full_disk_is_reported(void **state)
{
    const struct fixture *fixture = *state;

    setenv("CHROMIUM", "/nowhere/chromium", 1);
    for (const struct report_format *format = report_formats; format->name != NULL; format++) {
        FILE *out = fopen("/dev/full", "w");

        assert_non_null(out);
        setvbuf(out, NULL, _IONBF, 0);
        assert_int_equal(format->write(out, &fixture->result, 1, &fixture->style), -1);
        fclose(out);
    }
}

#define WITH_FIXTURE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formats_are_found_by_name_and_by_ending),
        WITH_FIXTURE(ndjson_has_its_fields_in_order),
        WITH_FIXTURE(ndjson_has_a_line_for_each_issue_with_places_in_code_points),
        WITH_FIXTURE(a_file_name_that_is_not_utf8_gives_valid_json),
        WITH_FIXTURE(json_holds_files_scores_and_issues),
        WITH_FIXTURE(text_shows_the_passage_underlined_and_names_control_characters),
        WITH_FIXTURE(text_is_coloured_on_request),
        WITH_FIXTURE(html_is_well_formed_though_issues_overlap),
        WITH_FIXTURE(html_links_marks_and_notes_both_ways),
        WITH_FIXTURE(html_says_the_reason_of_a_rule_once),
        WITH_FIXTURE(html_splits_marks_where_they_cross),
        WITH_FIXTURE(html_escapes_all_that_comes_from_an_article_or_a_rule),
        WITH_FIXTURE(html_allows_nothing_but_its_own_style_and_script),
        WITH_FIXTURE(html_says_its_languages),
        WITH_FIXTURE(reports_over_no_article_are_whole),
        WITH_FIXTURE(markdown_is_inert),
        WITH_FIXTURE(markdown_begins_with_the_verdict_and_lists_the_gravest_first),
        WITH_FIXTURE(pdf_without_a_chromium_names_the_package),
        WITH_FIXTURE(a_full_disk_is_reported),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
