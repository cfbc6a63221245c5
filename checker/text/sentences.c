#include "text/division.h"
#include "text/unicode.h"

/* What ends a sentence, and how surely. */
enum ending {
    ENDING_NONE,
    ENDING_STRONG, /* . ! ? before a capital or a figure */
    ENDING_WEAK,   /* an abbreviation or an ellipsis: only before a word that begins sentences */
};

/* The sentence that is being read. */
struct reader {
    struct document *doc;
    const struct abbreviations *abbreviations;
    uint32_t end;     /* of the segment: the token after its last */
    uint32_t first;   /* token of the sentence */
    uint32_t bracket; /* the last opening bracket, and the last opening quotation mark, in the sentence; NO_ID: none */
    uint32_t quotation;
};

static int32_t first_character(const struct document *doc, const struct token *token)
{
    int32_t c;

    read_code_point(token_text(doc, token), &c);
    return c;
}

static bool is_mark(const struct document *doc, const struct token *token, const char *set)
{
    int32_t c = first_character(doc, token);

    return token->kind == TOKEN_PUNCTUATION && c > 0 && c < 0x80 && strchr(set, c) != NULL;
}

static bool is_ellipsis(const struct document *doc, const struct token *token)
{
    return token->kind == TOKEN_PUNCTUATION &&
           (first_character(doc, token) == 0x2026 || slice_starts(token_text(doc, token), SLICE("..")));
}

/* "z. B." never ends a sentence: "z. B. Der Spiegel". */
static bool is_for_example(const struct reader *reader, uint32_t token)
{
    const struct token *tokens = reader->doc->tokens;

    return token > reader->first && slice_equal(token_text(reader->doc, &tokens[token]), SLICE("B.")) &&
           slice_equal(token_text(reader->doc, &tokens[token - 1]), SLICE("z."));
}

/* ".45", ".NET": a stop that stands before its word. */
static bool is_leading_stop(const struct reader *reader, uint32_t token)
{
    const struct token *tokens = reader->doc->tokens;

    return (tokens[token].flags & TOKEN_SPACE_BEFORE) != 0 && token + 1 < reader->end &&
           (tokens[token + 1].flags & TOKEN_SPACE_BEFORE) == 0 && tokens[token + 1].kind != TOKEN_PUNCTUATION;
}

static enum ending ending_of(const struct reader *reader, uint32_t token)
{
    const struct token *tokens = reader->doc->tokens;

    if (is_ellipsis(reader->doc, &tokens[token]))
        return ENDING_WEAK;
    if (is_mark(reader->doc, &tokens[token], ".!?"))
        return is_leading_stop(reader, token) ? ENDING_NONE : ENDING_STRONG;
    if ((tokens[token].flags & TOKEN_ABBREVIATION) != 0 && !is_for_example(reader, token))
        return ENDING_WEAK;
    return ENDING_NONE;
}

static bool is_closing(const struct document *doc, const struct token *token)
{
    return (token->flags & TOKEN_CLOSING) != 0 || is_mark(doc, token, ")]}");
}

static bool is_opening(const struct document *doc, const struct token *token)
{
    return (token->flags & TOKEN_OPENING) != 0 || is_mark(doc, token, "([{");
}

/* The first token behind what belongs to an ending: further marks, closing brackets and quotation marks. */
static uint32_t skip_ending(const struct reader *reader, uint32_t token)
{
    const struct token *tokens = reader->doc->tokens;

    while (token < reader->end &&
           (is_closing(reader->doc, &tokens[token]) || is_mark(reader->doc, &tokens[token], ".!?") ||
            is_ellipsis(reader->doc, &tokens[token])))
        token++;
    return token;
}

/* True for a word that looks like a sentence's first: "Der", "iPhone", "20-Jährige", "北京"; not "der", "’s",
 * "-Zeitung". */
static bool has_initial(const struct document *doc, const struct token *token)
{
    int32_t first = first_character(doc, token);

    if ((token->flags & TOKEN_INNER_CAPITAL) != 0)
        return true;
    return is_digit(first) || (is_letter(first) && !is_lower(first));
}

/* True when the token can begin a sentence after such an ending. */
static bool can_begin(const struct reader *reader, const struct token *token, enum ending ending)
{
    if (token->kind == TOKEN_PUNCTUATION)
        return false;
    if (ending == ENDING_WEAK)
        return is_sentence_starter(reader->abbreviations, token_text(reader->doc, token));
    return token->kind != TOKEN_WORD || has_initial(reader->doc, token);
}

/* Within a sentence a bracket or a title in quotation marks may have its own ending: "das Album „Help!“ Erfolg hatte".
 * token: the ending; next: the first token behind it. */
static enum ending weaken_inner(const struct reader *reader, uint32_t token, uint32_t next, enum ending ending)
{
    const struct document *doc = reader->doc;
    const struct token *last = &doc->tokens[next - 1];

    if (is_mark(doc, last, ")]}") && reader->bracket != NO_ID && reader->bracket > reader->first)
        return ENDING_NONE;
    if ((last->flags & TOKEN_CLOSING) != 0 && is_mark(doc, &doc->tokens[token], "!?") && reader->quotation != NO_ID &&
        reader->quotation > reader->first && doc->tokens[reader->quotation - 1].kind != TOKEN_PUNCTUATION)
        return ENDING_WEAK;
    return ending;
}

/* True when a sentence begins at next, behind the ending at token. */
static bool is_boundary(const struct reader *reader, uint32_t token, uint32_t next, enum ending ending)
{
    uint32_t word = next;

    while (word < reader->end && is_opening(reader->doc, &reader->doc->tokens[word]))
        word++;
    if (word == reader->end)
        return false;
    ending = weaken_inner(reader, token, next, ending);
    return ending != ENDING_NONE && can_begin(reader, &reader->doc->tokens[word], ending);
}

static void begin_sentence(struct reader *reader, uint32_t token)
{
    reader->first = token;
    reader->bracket = reader->quotation = NO_ID;
}

static void note_opening(struct reader *reader, uint32_t token)
{
    if (is_mark(reader->doc, &reader->doc->tokens[token], "([{"))
        reader->bracket = token;
    else if ((reader->doc->tokens[token].flags & TOKEN_OPENING) != 0)
        reader->quotation = token;
}

/* No sentence is this long, but a table without marks, or an attack: checks may look at a whole sentence for each of
 * its words. */
#define LONGEST_SENTENCE 1000

/* Reads the sentence that begins at reader->first; returns the token behind its last. */
static uint32_t read_sentence(struct reader *reader)
{
    uint32_t token = reader->first;

    while (token < reader->end && token - reader->first < LONGEST_SENTENCE) {
        enum ending ending = ending_of(reader, token);
        uint32_t next = token + 1;

        note_opening(reader, token);
        if (ending != ENDING_NONE) {
            next = skip_ending(reader, next);
            if (is_boundary(reader, token, next, ending))
                return next;
        }
        token = next;
    }
    return token;
}

/* The first word is where a capital says nothing: at the start, behind an opening quotation mark, behind a colon. */
static void flag_starts(struct document *doc, uint32_t first, uint32_t end)
{
    bool start = true;

    for (uint32_t i = first; i < end; i++) {
        struct token *token = &doc->tokens[i];

        if (token->kind == TOKEN_PUNCTUATION) {
            start |= (token->flags & TOKEN_OPENING) != 0 || is_mark(doc, token, ":");
        } else if (token->kind != TOKEN_SYMBOL) {
            token->flags |= start ? TOKEN_SENTENCE_START : 0;
            start = false;
        }
    }
}

static void add_sentence(struct document *doc, uint32_t segment, uint32_t first, uint32_t end, size_t *capacity)
{
    doc->sentences = arena_grow(&doc->arena, doc->sentences, doc->sentence_count, capacity, sizeof *doc->sentences);
    doc->sentences[doc->sentence_count] = (struct sentence){
        .span = { doc->tokens[first].span.start, doc->tokens[end - 1].span.end },
        .segment = segment,
        .first_token = first,
        .token_count = end - first,
    };
    for (uint32_t i = first; i < end; i++)
        doc->tokens[i].sentence = (uint32_t)doc->sentence_count;
    flag_starts(doc, first, end);
    doc->sentence_count++;
}

void find_sentences(struct document *doc, const struct abbreviations *abbreviations)
{
    size_t capacity = doc->segment_count; /* most hold one */

    doc->sentences = arena_array(&doc->arena, capacity, sizeof *doc->sentences);
    doc->sentence_count = 0;
    for (uint32_t i = 0; i < doc->segment_count; i++) {
        struct segment *segment = &doc->segments[i];
        struct reader reader = { doc, abbreviations, segment->first_token + segment->token_count, 0, 0, 0 };

        segment->first_sentence = (uint32_t)doc->sentence_count;
        for (uint32_t next = segment->first_token; next < reader.end;) {
            begin_sentence(&reader, next);
            next = read_sentence(&reader);
            add_sentence(doc, i, reader.first, next, &capacity);
        }
        segment->sentence_count = (uint32_t)doc->sentence_count - segment->first_sentence;
    }
}
