#include "service/languagetool.h"

#include <ctype.h>
#include <pthread.h>
#include <stdlib.h>

#include "input/input.h"
#include "lexicon/analysis.h"
#include "reports/json_issue.h"
#include "service/annotated_text.h"
#include "service/languagetool_match.h"
#include "text/unicode.h"

/* Rules that a request may name: what LanguageTool's clients turn off are a few dozen. */
enum { MOST_NAMES = 500 };

/* A picky client is shown what is half sure too. */
#define PICKY_CONFIDENCE 0.5

/* A variant of German, and what its texts are checked with once somebody has asked for it. */
struct desk {
    struct options options;
    struct checking checking;
    struct settings settings;
    const struct rs_checker *checker;
    const struct glossary *glossary;
    bool is_open;
};

/* The languages that clients may name. */
static const struct language_offered {
    const char *name, *code, *long_code;
} offered[] = {
    { "German", "de", "de" },
    { "German (Germany)", "de", "de-DE" },
    { "German (Austria)", "de", "de-AT" },
    { "German (Swiss)", "de", "de-CH" },
};

enum {
    OFFERED = sizeof offered / sizeof *offered,
    USUAL = 0 /* "de": as the command line or the configuration says */
};

struct languagetool {
    const struct rs_checker *checker;
    const struct options *options;
    pthread_mutex_t lock; /* of opening a desk */
    struct desk desks[OFFERED];
};

/* ---- opening ---- */

static int open_desk(struct languagetool *service, size_t index, struct rs_error *error)
{
    struct desk *desk = &service->desks[index];

    desk->options = *service->options;
    if (index != USUAL)
        desk->options.check.variant = offered[index].long_code;
    if (checking_open(&desk->checking, service->checker, &desk->options) != 0)
        return error_set(error, NULL, 0, "the configuration can't be read");
    if (checking_find(&desk->checking, "-", &desk->settings, &desk->checker, &desk->glossary, error) != 0) {
        checking_close(&desk->checking);
        return -1;
    }
    desk->is_open = true;
    return 0;
}

static const struct desk *find_desk(struct languagetool *service, size_t index, struct rs_error *error)
{
    struct desk *desk = &service->desks[index];

    pthread_mutex_lock(&service->lock);
    int status = desk->is_open ? 0 : open_desk(service, index, error);

    pthread_mutex_unlock(&service->lock);
    return status == 0 ? desk : NULL;
}

struct languagetool *languagetool_open(const struct rs_checker *checker, const struct options *options)
{
    struct languagetool *service = calloc(1, sizeof(*service));
    struct rs_error error;

    if (service == NULL)
        return NULL;
    service->checker = checker;
    service->options = options;
    pthread_mutex_init(&service->lock, NULL);
    if (find_desk(service, USUAL, &error) != NULL)
        return service;
    complain(&error);
    languagetool_close(service);
    return NULL;
}

void languagetool_close(struct languagetool *service)
{
    for (size_t i = 0; i < OFFERED; i++)
        if (service->desks[i].is_open)
            checking_close(&service->desks[i].checking);
    pthread_mutex_destroy(&service->lock);
    free(service);
}

/* ---- answers ---- */

static void answer_text(struct http_answer *answer, unsigned status, struct slice text)
{
    *answer = (struct http_answer){ status, "text/plain; charset=utf-8", text };
}

static void answer_error(struct http_request *request, struct http_answer *answer, const char *message)
{
    answer_text(answer, 400, arena_print(&request->arena, "Error: %s\n", message));
}

/* Takes the JSON. */
static void answer_json(struct http_request *request, struct http_answer *answer, json_t *json)
{
    char *text = json == NULL ? NULL : json_dumps(json, JSON_STYLE);

    json_decref(json);
    if (text == NULL) {
        answer_text(answer, 500, SLICE("Error: out of memory\n"));
        return;
    }
    *answer = (struct http_answer){ 200, "application/json", arena_copy(&request->arena, slice_of(text)) };
    free(text);
}

static json_t *software(void)
{
    return json_pack("{s:s,s:s,s:s,s:i,s:b,s:s}", "name", "Rotstift", "version", RS_VERSION, "buildDate", "",
                     "apiVersion", 1, "premium", 0, "status", "");
}

static json_t *language_json(size_t index, double share)
{
    return json_pack("{s:s,s:s,s:{s:s,s:s,s:o}}", "name", offered[index].name, "code", offered[index].long_code,
                     "detectedLanguage", "name", offered[index].name, "code", offered[index].long_code, "confidence",
                     json_figure(share));
}

/* ---- what is asked for ---- */

static bool find_language(struct slice code, size_t *index)
{
    for (*index = 0; *index < OFFERED; ++*index)
        if (slice_is(code, offered[*index].long_code))
            return true;
    return false;
}

/* "auto" is German; of its variants the first that the client prefers. */
static size_t preferred_variant(struct slice preferred)
{
    struct slice code;
    size_t index;

    while (take_part(&preferred, ',', &code))
        if (find_language(code, &index))
            return index;
    return USUAL;
}

/* What a check is asked to be. */
struct wish {
    const struct desk *desk;
    size_t language; /* in offered */
    bool is_auto;
    struct annotated_text text;
    struct slice source;
    struct issues issues; /* what is wanted of them */
};

static int read_language(const struct http_request *request, struct wish *wish, struct rs_error *error)
{
    struct slice code = http_field(request, "language");

    wish->is_auto = slice_is(code, "auto");
    if (wish->is_auto)
        wish->language = preferred_variant(http_field(request, "preferredVariants"));
    else if (code.len == 0)
        return error_set(error, NULL, 0, "the parameter \"language\" is missing");
    else if (!find_language(code, &wish->language))
        return error_set(error, NULL, 0,
                         "\"%.*s\" is not a language that is checked: there are auto, de, de-DE, de-AT, de-CH",
                         (int)code.len, code.at);
    return 0;
}

static int read_text_field(struct http_request *request, struct wish *wish, struct rs_error *error)
{
    struct slice text = http_field(request, "text"), data = http_field(request, "data");

    wish->source = http_field(request, "source");
    if ((text.at == NULL) == (data.at == NULL))
        return error_set(error, NULL, 0, "one of the parameters \"text\" and \"data\" is expected");
    if (data.at != NULL)
        return annotated_read(&wish->text, data, &request->arena, error);
    annotated_plain(&wish->text, text, &request->arena);
    return 0;
}

static void set_rule(struct settings *settings, struct slice name, const char *value, struct arena *arena)
{
    settings->rules =
        arena_grow(arena, settings->rules, settings->rule_count, &settings->rule_capacity, sizeof(*settings->rules));
    settings->rules[settings->rule_count++] =
        (struct rule_setting){ .rules = arena_copy(arena, trim(name)).at, .value = value };
}

/* The time that patterns take is not bounded: the configuration may have them, whoever asks over a network may not. */
static bool is_plain_name(struct slice name)
{
    return memchr(name.at, '*', name.len) == NULL && memchr(name.at, '?', name.len) == NULL;
}

/* Each name is held against all rules. */
static int check_names(const struct http_request *request, struct rs_error *error)
{
    size_t names = 0;

    for (size_t i = 0; i < request->field_count; i++) {
        struct slice value = request->fields[i].value, name;

        if (slice_starts(request->fields[i].name, SLICE("enabled")) ||
            slice_starts(request->fields[i].name, SLICE("disabled")))
            while (take_part(&value, ',', &name))
                names++;
    }
    return names <= MOST_NAMES ? 0 : error_set(error, NULL, 0, "more than %d rules are named", MOST_NAMES);
}

/* Adds "a rule, a family, a category" of a list between commas to the settings; names that nothing here has (those of
 * LanguageTool) change nothing. */
static void set_rules(struct settings *settings, struct slice list, const char *value, struct arena *arena)
{
    struct slice name;

    while (take_part(&list, ',', &name))
        if (name.len > 0 && is_plain_name(name))
            set_rule(settings, name, value, arena);
}

/* What the configuration wants of the rules, and what the client does. */
static const struct rule_preferences *read_preferences(struct http_request *request, const struct desk *desk)
{
    struct settings settings = desk->settings;
    struct arena *arena = &request->arena;

    settings.rules = arena_array(arena, settings.rule_count + 1, sizeof(*settings.rules));
    settings.rule_capacity = settings.rule_count + 1;
    if (settings.rule_count > 0)
        memcpy(settings.rules, desk->settings.rules, settings.rule_count * sizeof(*settings.rules));
    if (slice_is(http_field(request, "enabledOnly"), "true"))
        set_rule(&settings, SLICE("*"), "off", arena);
    set_rules(&settings, http_field(request, "disabledCategories"), "off", arena);
    set_rules(&settings, http_field(request, "enabledCategories"), "on", arena);
    set_rules(&settings, http_field(request, "disabledRules"), "off", arena);
    set_rules(&settings, http_field(request, "enabledRules"), "on", arena);
    return configuration_preferences(&settings, &desk->checker->context.rules, arena);
}

static int read_wish(struct languagetool *service, struct http_request *request, struct wish *wish,
                     struct rs_error *error)
{
    *wish = (struct wish){ 0 };
    if (read_language(request, wish, error) != 0 || read_text_field(request, wish, error) != 0 ||
        check_names(request, error) != 0)
        return -1;
    wish->desk = find_desk(service, wish->language, error);
    if (wish->desk == NULL)
        return -1;
    double confidence = wish->desk->settings.confidence;

    if (slice_is(http_field(request, "level"), "picky") && confidence > PICKY_CONFIDENCE)
        confidence = PICKY_CONFIDENCE;
    wish->issues = (struct issues){ .confidence = (float)confidence,
                                    .preferences = read_preferences(request, wish->desk),
                                    .glossary = wish->desk->glossary };
    return 0;
}

/* ---- checking ---- */

/* The share of words that are German: 1 of a text without any. */
static double share_of_german(const struct document *doc)
{
    size_t words = 0, german = 0;

    for (size_t i = 0; i < doc->token_count; i++) {
        const struct token *token = &doc->tokens[i];

        words += token->kind == TOKEN_WORD;
        german += token->kind == TOKEN_WORD && (token->analysis.flags & (ANALYSIS_KNOWN | ANALYSIS_COMPOUND)) != 0;
    }
    return words == 0 ? 1 : (double)german / (double)words;
}

/* Office suites put control characters where notes and fields stand: spaces, for who reads the text. */
static struct slice without_controls(struct slice text, struct arena *arena)
{
    struct slice copy = arena_copy(arena, text);

    for (char *at = (char *)(uintptr_t)copy.at; at < copy.at + copy.len; at++)
        if (iscntrl((unsigned char)*at) && !isspace((unsigned char)*at))
            *at = ' ';
    return copy;
}

/* The document that is asked for, with its source. NULL with *error. */
static struct document *read_wished(const struct wish *wish, struct arena *arena, struct rs_error *error)
{
    struct document *doc = read_plain_text(SLICE("text"), without_controls(wish->text.text, arena), error);

    if (doc == NULL)
        return NULL;
    if (slice_is(doc->encoding, "UTF-8") &&
        (wish->source.len == 0 || read_plain_source(doc, SLICE("source"), wish->source, error) == 0))
        return doc;
    if (!slice_is(doc->encoding, "UTF-8"))
        error_set(error, NULL, 0, "the text is not UTF-8");
    document_free(doc);
    return NULL;
}

static json_t *check(const struct languagetool *service, struct wish *wish, struct document *doc)
{
    enum { LEAST_SHARE_PERCENT = 50 };
    struct issues none = { 0 }, counted;

    checker_find_wanted(wish->desk->checker, doc, &wish->issues);
    configuration_accept(&wish->desk->settings, doc, &wish->issues);
    counted = issues_that_count(&wish->issues);
    double share = share_of_german(doc);
    bool is_foreign = wish->is_auto && 100 * share < LEAST_SHARE_PERCENT;

    return json_pack("{s:o,s:{s:b},s:o,s:o,s:o}", "software", software(), "warnings", "incompleteResults", 0,
                     "language", language_json(wish->language, share), "matches",
                     languagetool_matches(doc, is_foreign ? &none : &counted, &wish->text, service->options->language),
                     "sentenceRanges", languagetool_sentences(doc, &wish->text));
}

static void answer_check(struct languagetool *service, struct http_request *request, struct http_answer *answer)
{
    struct document *doc = NULL;
    struct rs_error error;
    struct wish wish;

    if (read_wish(service, request, &wish, &error) != 0 ||
        (doc = read_wished(&wish, &request->arena, &error)) == NULL) {
        answer_error(request, answer, error.message);
        return;
    }
    answer_json(request, answer, check(service, &wish, doc));
    document_free(doc);
}

/* ---- the other questions ---- */

static void answer_languages(struct languagetool *service, struct http_request *request, struct http_answer *answer)
{
    json_t *list = json_array();

    (void)service;
    for (size_t i = 0; i < OFFERED; i++)
        json_array_append_new(list, json_pack("{s:s,s:s,s:s}", "name", offered[i].name, "code", offered[i].code,
                                              "longCode", offered[i].long_code));
    answer_json(request, answer, list);
}

static void answer_info(struct languagetool *service, struct http_request *request, struct http_answer *answer)
{
    (void)service;
    answer_json(request, answer, json_pack("{s:o}", "software", software()));
}

static void answer_health(struct languagetool *service, struct http_request *request, struct http_answer *answer)
{
    (void)service, (void)request;
    answer_text(answer, 200, SLICE("OK"));
}

static void answer_length(struct languagetool *service, struct http_request *request, struct http_answer *answer)
{
    (void)service;
    answer_text(answer, 200, arena_print(&request->arena, "%zu", MAX_REQUEST_BYTES));
}

static const struct {
    const char *path;
    void (*answer)(struct languagetool *service, struct http_request *request, struct http_answer *answer);
} questions[] = {
    { "/v2/check", answer_check },        { "/v2/languages", answer_languages },  { "/v2/info", answer_info },
    { "/v2/healthcheck", answer_health }, { "/v2/maxtextlength", answer_length },
};

void languagetool_answer(void *user, struct http_request *request, struct http_answer *answer)
{
    if (!slice_is(request->method, "GET") && !slice_is(request->method, "POST") && !slice_is(request->method, "HEAD")) {
        answer_text(answer, 405, SLICE("Error: GET and POST are answered\n"));
        return;
    }
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++)
        if (slice_is(request->path, questions[i].path)) {
            questions[i].answer(user, request, answer);
            return;
        }
    answer_text(answer, 404,
                SLICE("Error: there are /v2/check, /v2/languages, /v2/info, /v2/healthcheck and /v2/maxtextlength\n"));
}
