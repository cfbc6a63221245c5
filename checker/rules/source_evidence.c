/* What the English beside a sentence says of a rule that matched in it: names must stand there, idioms and words of a
 * wrong sense at least in part; else the German comes from something else. */
#include "bilingual/bilingual.h"
#include "lexicon/analysis.h"
#include "rules/matcher.h"
#include "text/letters.h"
#include "text/unicode.h"

/* The last word of a text, without white space behind it. */
static struct slice last_word(struct slice text)
{
    size_t start;

    text = trim(text);
    for (start = text.len; start > 0 && text.at[start - 1] != ' '; start--)
        ;
    return slice_from(text, start);
}

static bool begins_capital(struct slice text)
{
    int32_t c;

    read_code_point(text, &c);
    return is_upper(c);
}

/* "of Scotland": whose they are, as behind "the Kings". */
static bool is_owner(struct slice after)
{
    after = trim(after);
    return slice_starts(after, SLICE("of ")) && begins_capital(trim(slice_from(after, SLICE("of").len)));
}

/* True when the text from at on, in a source, is a name by itself: a single word must not begin the sentence, where
 * every word has a capital, nor be part of a longer name ("Red Devils"). */
static bool stands_alone(struct slice source, size_t at, struct slice name)
{
    struct slice before = last_word((struct slice){ source.at, at });
    struct slice after = slice_from(source, at + name.len);
    int32_t c;

    read_code_point(after, &c);
    if (is_letter(c) || (at > 0 && source.at[at - 1] != ' '))
        return false;
    if (memchr(name.at, ' ', name.len) != NULL)
        return true;
    if (is_owner(after))
        return false;
    return before.len > 0 && strchr(".!?:", before.at[before.len - 1]) == NULL &&
           (slice_equal(before, SLICE("The")) || !begins_capital(before)) && !begins_capital(trim(after));
}

/* ---- names ---- */

static bool divides_words(char c)
{
    return c == ' ' || c == '-';
}

/* Takes the next word off a text, also of one with hyphens; false when none is left. */
static bool take_word(struct slice *text, struct slice *word)
{
    while (text->len > 0 && divides_words(*text->at))
        *text = slice_from(*text, 1);
    *word = (struct slice){ text->at, 0 };
    while (word->len < text->len && !divides_words(text->at[word->len]))
        word->len++;
    *text = slice_from(*text, word->len);
    return word->len > 0;
}

/* The next place of a text in the source from *at on, which is moved behind its start. */
static bool find_text(struct slice source, struct slice text, size_t *at)
{
    const char *found =
        *at + text.len > source.len ? NULL : memmem(source.at + *at, source.len - *at, text.at, text.len);

    if (found == NULL)
        return false;
    *at = (size_t)(found - source.at) + 1;
    return true;
}

/* The word with its capital, alone or with an ending ("Bears'", "Labour's", "Starships"). */
static bool holds_word(struct slice source, struct slice word)
{
    for (size_t at = 0; find_text(source, word, &at);) {
        struct slice after = slice_from(source, at - 1 + word.len);
        int32_t before = at > 1 ? source.at[at - 2] : ' ', c;

        read_code_point(after.len > 0 && after.at[0] == 's' ? slice_from(after, 1) : after, &c);
        if (!is_letter(before) && before < 0x80 && before >= 0 && !is_letter(c))
            return true;
    }
    return false;
}

/* "Labour leader" for the Labour Party: some word of the name stands there as a name does. */
static bool holds_part(struct slice source, struct slice name)
{
    struct slice word;

    while (take_word(&name, &word))
        if (word.len >= 3 && begins_capital(word) && !slice_equal(word, SLICE("The")) && holds_word(source, word))
            return true;
    return false;
}

/* The name by itself is proof; as part of another or at the start of the sentence, or in part, it leaves the question
 * open, as if there were no source. */
static enum evidence name_evidence(struct slice source, struct slice name)
{
    if (slice_starts(name, SLICE("The ")))
        name = slice_from(name, SLICE("The ").len);
    for (size_t at = 0; find_text(source, name, &at);)
        if (stands_alone(source, at - 1, name))
            return EVIDENCE_PROOF;
    return holds_part(source, name) ? EVIDENCE_NONE : EVIDENCE_AGAINST;
}

/* ---- words ---- */

enum { LEAST_ALIKE = 4 /* letters at the start of words of one family: "moral", "morale" */ };

/* The English word, in any form or as a relative that begins alike. */
static bool is_relative(const struct bilingual *bilingual, uint32_t token, struct slice word)
{
    struct slice text = english_text(bilingual, token);
    size_t alike = word.len <= LEAST_ALIKE + 2 ? LEAST_ALIKE : word.len - 2;

    if (text.len > word.len && text.at[word.len] == '-' && slice_starts(text, word)) /* "eye-to-eye" */
        return true;
    return english_is(bilingual, token, word) ||
           (word.len >= alike && text.len >= alike && memcmp(text.at + 1, word.at + 1, alike - 1) == 0 &&
            (text.at[0] | 0x20) == (word.at[0] | 0x20));
}

typedef bool word_test(const struct bilingual *bilingual, uint32_t token, struct slice word);

static bool passage_holds(const struct bilingual *bilingual, const struct passage *passage, word_test *test,
                          struct slice word)
{
    uint32_t first, end;

    passage_english(bilingual, passage, &first, &end);
    for (uint32_t i = first; i < end; i++)
        if (test(bilingual, i, word))
            return true;
    return false;
}

enum { CLOSE_BEHIND = 4 /* tokens */ };

/* A wording of less confidence is good German in some company. */
#define SURELY_WRONG 0.85F

enum least_alike { ANY_ALIKE, HALF_ALIKE };

/* Against the rule where the source has less than half of its words, or none, for it where it has all of several. */
static enum evidence word_evidence(const struct matcher *m, uint32_t token, struct slice english,
                                   enum least_alike least)
{
    const struct bilingual *bilingual = m->doc->bilingual;
    uint32_t passage = bilingual == NULL || !bilingual->is_english ? NO_ID : bilingual->german[token].passage;
    uint32_t asked = 0, alike = 0, same = 0;
    struct slice word;

    if (passage == NO_ID || !is_translation(&bilingual->passages[passage]) ||
        !is_short_passage(bilingual, m->doc, &bilingual->passages[passage]))
        return EVIDENCE_NONE;
    while (take_word(&english, &word)) {
        if (word.len < 3 || in_word_list(m->lexicon, LIST_ENGLISH_CLOSED_CLASSES, word))
            continue;
        asked++;
        alike += passage_holds(bilingual, &bilingual->passages[passage], is_relative, word);
        same += passage_holds(bilingual, &bilingual->passages[passage], english_is, word);
    }
    if (least == HALF_ALIKE ? alike * 2 < asked : asked > 0 && alike == 0)
        return EVIDENCE_AGAINST;
    return same == asked && asked > 1 ? EVIDENCE_FOR : EVIDENCE_NONE;
}

/* A noun at or close behind the token renders no word of the English: "eine gute Zeit" for "a good innings". Word by
 * word every noun has its original. */
static bool is_rendered_freely(const struct matcher *m, uint32_t token)
{
    const struct document *doc = m->doc;

    for (uint32_t i = token; i < doc->token_count && i <= token + CLOSE_BEHIND; i++)
        if (doc->tokens[i].clause == doc->tokens[token].clause && (doc->tokens[i].flags & TOKEN_CAPITAL) != 0 &&
            token_is(&doc->tokens[i], POS_NOUN) && doc->bilingual->german[i].linked == LINK_NONE)
            return true;
    return false;
}

enum evidence source_evidence(const struct matcher *m, const struct rule_record *rule, uint32_t token)
{
    struct slice source = m->doc->sentences[token_at(m, token)->sentence].source;
    struct slice english = without_brackets(lexicon_text(m->lexicon, rule->english)),
                 id = lexicon_text(m->lexicon, rule->id);
    bool idiom = slice_starts(id, SLICE("idiom/")), calque = slice_starts(id, SLICE("calque/"));
    enum evidence evidence;

    if (source.len == 0 || english.len == 0)
        return EVIDENCE_NONE;
    if (slice_equal(lexicon_text(m->lexicon, rule->category), SLICE("accuracy/do-not-translate"))) {
        evidence = name_evidence(source, english);
        /* "Georgia (state)": the name alone does not say which one is meant */
        return evidence == EVIDENCE_PROOF && english.len < rule->english.len ? EVIDENCE_NONE : evidence;
    }
    /* A term's row takes others of its family along ("main card" with "undercard"), so a missing term says nothing; and
     * its company tells senses of the English apart, too ("best picture"), so that it stands there isn't enough. */
    if (!idiom && !calque && !slice_starts(id, SLICE("wrong-sense/")) && !slice_starts(id, SLICE("false-friend/")))
        return EVIDENCE_NONE;
    evidence = word_evidence(m, token, english, calque ? ANY_ALIKE : HALF_ALIKE);
    if (calque) /* most are wrong whatever they come from; others may be a free rendering of something else */
        return evidence == EVIDENCE_AGAINST && rule->confidence < SURELY_WRONG && is_rendered_freely(m, token)
                   ? EVIDENCE_AGAINST
                   : EVIDENCE_NONE;
    /* An idiom's literal rendering that needs company is German in any other: the idiom in the source does not change
     * that. "free agent (sport)": that the words stand there does not say which sense they have. */
    return evidence == EVIDENCE_FOR && (idiom || english.len < rule->english.len) ? EVIDENCE_NONE : evidence;
}
