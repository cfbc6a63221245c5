/* Marks nominalised infinitives where German has a noun: "trotz des Erschütterns der Märkte" (trotz der Erschütterung).
 * A machine makes them of English gerunds. Only the genitive with an object of its own behind it, and only where the
 * dictionary knows the noun on -ung: "des Lesens", "des Wartens" stay. */
#include "checks/places.h"
#include "lexicon/analysis.h"
#include "text/letters.h"

enum { MAX_FREQUENCY = 3 };

/* The noun on -ung beside "Erschütterns", or NO_ID: the word's stem before its "ns" or "ens". */
static uint32_t noun_on_ung(const struct check_run *run, struct slice word)
{
    char noun[96];
    size_t stem = slice_ends(word, SLICE("ens")) ? word.len - 3 : word.len - 2;

    if (!slice_ends(word, SLICE("ns")) || word.len < 7 || stem + 3 > sizeof(noun))
        return NO_ID;
    memcpy(noun, word.at, stem);
    memcpy(noun + stem, "ung", 3);
    return lexicon_form(&run->context->lexicon, (struct slice){ noun, stem + 3 });
}

/* "Erschütterns": the genitive of an infinitive that is no established noun, as "Unternehmen" and "Verfahren" are:
 * those the Ding dictionary uses. */
static bool is_nominalised(const struct check_run *run, const struct token *token, struct slice word)
{
    char infinitive[96];
    int32_t first;
    size_t bytes = read_code_point(word, &first), length = word.len - 1;
    char letter[4];
    size_t letter_bytes = write_code_point(to_lower(first), letter);

    if (!token_is(token, POS_NOUN) || length - bytes + letter_bytes > sizeof(infinitive))
        return false;
    memcpy(infinitive, letter, letter_bytes);
    memcpy(infinitive + letter_bytes, word.at + bytes, length - bytes);
    uint32_t lemma = lexicon_lemma(&run->context->lexicon, (struct slice){ infinitive, length - bytes + letter_bytes });

    struct slice base = { word.at, word.len - 1 };
    uint32_t form = lexicon_form(&run->context->lexicon, base);

    return lemma != NO_ID && form != NO_ID && run->context->lexicon.forms[form].frequency <= MAX_FREQUENCY;
}

static bool genitive_follows(const struct document *doc, size_t index)
{
    const struct token *next = &doc->tokens[index + 1];

    if (next->sentence != doc->tokens[index].sentence)
        return false;
    for (uint16_t i = 0; i < next->analysis.reading_count; i++) {
        uint32_t features = next->analysis.readings[i].features;

        if (pos_of(features) == POS_DETERMINER && (features & CASE_GEN) != 0)
            return true;
    }
    return false;
}

void check_nominal_style(const struct check_run *run)
{
    const struct document *doc = run->doc;

    for (size_t i = 1; i + 1 < doc->token_count; i++) {
        struct slice word = token_text(doc, &doc->tokens[i]);

        if (!text_is(run, i - 1, "des") || noun_on_ung(run, word) == NO_ID ||
            !is_nominalised(run, &doc->tokens[i], word) || !genitive_follows(doc, i))
            continue;
        struct issue *issue =
            report(run, "check/nominal-style", (struct span){ doc->tokens[i - 1].span.start, doc->tokens[i].span.end });
        uint32_t noun = noun_on_ung(run, word);

        if (issue != NULL) {
            struct slice text = lexicon_text(&run->context->lexicon, run->context->lexicon.forms[noun].text);

            issue_suggest(run->issues, issue, arena_print(run->issues->arena, "der %.*s", (int)text.len, text.at));
        }
    }
}
