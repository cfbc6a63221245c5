/* Marks forms that no verb has: regular ones of strong verbs ("geschwimmt", "fliegte"), participles made of a stem that
 * they do not have ("gebauen", "gebeginnt"), infinitives with zu made of a finite form ("zurückzutritt"), and zu before
 * a separable verb instead of in it ("zu aufgeben"). */
#include "checks/checks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/speller.h"
#include "lexicon/traits.h"

enum { SHORTEST_STEM = 3 };

/* The verb whose stem it is: "schwimm" of "schwimmen", "kletter" of "klettern". */
static uint32_t verb_of_stem(const struct check_run *run, struct slice stem)
{
    uint32_t lemma =
        verb_of(&run->context->lexicon, arena_print(run->issues->arena, "%.*sen", (int)stem.len, stem.at), true);

    return lemma != NO_ID ? lemma
                          : verb_of(&run->context->lexicon,
                                    arena_print(run->issues->arena, "%.*sn", (int)stem.len, stem.at), true);
}

/* The form of the lemma, with what stands before it. Empty where a dictionary has none, or the word itself is it. */
static struct slice right_form(const struct check_run *run, struct slice prefix, uint32_t lemma, uint32_t features,
                               struct slice word)
{
    struct slice form = lemma == NO_ID ? (struct slice){ 0 } : lemma_inflected(&run->context->lexicon, lemma, features);

    if (form.len == 0)
        return form;
    form = arena_join(run->issues->arena, prefix, form);
    return slice_equal(form, word) ? (struct slice){ 0 } : form;
}

/* "gestillet", "geahnet": poets may add an e. */
static bool has_poetic_e(struct slice word, struct slice right)
{
    return word.len == right.len + 1 && slice_ends(word, SLICE("et")) &&
           slice_equal((struct slice){ word.at, word.len - 2 }, (struct slice){ right.at, right.len - 1 });
}

/* What "ge" or "zu" stands behind: nothing, or a separable prefix. */
static bool is_prefix(const struct check_run *run, struct slice front)
{
    return front.len == 0 || in_word_list(&run->context->lexicon, LIST_SEPARABLE_PREFIXES, front);
}

/* "gebauen", "geschwimmt", "abgeschneidet": "ge" before a form or stem of a verb. */
static struct slice for_participle(const struct check_run *run, struct slice word)
{
    const uint32_t participle = POS_VERB | (uint32_t)VERB_PARTICIPLE2 << VERB_SHIFT;

    if (!slice_ends(word, SLICE("t")) && !slice_ends(word, SLICE("en")))
        return (struct slice){ 0 };
    for (size_t at = 0; at + 2 + SHORTEST_STEM < word.len; at++) {
        struct slice rest = slice_from(word, at), front = { word.at, at };

        if (!slice_starts(rest, SLICE("ge")) || !is_prefix(run, front) ||
            is_dictionary_word(&run->context->lexicon, rest)) /* "eingesaust" */
            continue;
        struct slice stem = slice_from(rest, 2);
        uint32_t lemma = verb_of(&run->context->lexicon, stem, false);

        if (lemma == NO_ID && slice_ends(stem, SLICE("et")))
            lemma = verb_of_stem(run, (struct slice){ stem.at, stem.len - 2 });
        if (lemma == NO_ID && slice_ends(stem, SLICE("t")))
            lemma = verb_of_stem(run, (struct slice){ stem.at, stem.len - 1 });
        struct slice right = right_form(run, front, lemma, participle, word);

        if (right.len > 0 && !has_poetic_e(word, right))
            return right;
    }
    return (struct slice){ 0 };
}

/* "fliegte", "schwimmten": the past of a strong verb. */
static struct slice for_past(const struct check_run *run, struct slice word)
{
    bool plural = slice_ends(word, SLICE("ten"));
    size_t ending = plural ? 3 : 2;

    if ((!plural && !slice_ends(word, SLICE("te"))) || word.len < ending + SHORTEST_STEM)
        return (struct slice){ 0 };
    struct slice stem = { word.at, word.len - ending };
    uint32_t past =
        POS_VERB | (uint32_t)VERB_PAST << VERB_SHIFT | PERSON_3 | (uint32_t)(plural ? NUMBER_PL : NUMBER_SG);
    uint32_t lemma = verb_of_stem(run, stem);

    if (lemma == NO_ID && slice_ends(stem, SLICE("e")))
        lemma = verb_of_stem(run, (struct slice){ stem.at, stem.len - 1 });
    struct slice right = right_form(run, (struct slice){ 0 }, lemma, past, word);

    return slice_ends(right, SLICE("te")) || slice_ends(right, SLICE("ten")) ? (struct slice){ 0 } : right;
}

/* "zurückzutritt": the infinitive belongs behind "zu". */
static struct slice for_infinitive(const struct check_run *run, struct slice word)
{
    if (!slice_ends(word, SLICE("t")))
        return (struct slice){ 0 };
    for (size_t at = 2; at + 2 + SHORTEST_STEM < word.len; at++) {
        struct slice rest = slice_from(word, at), front = { word.at, at }, whole = { word.at, at + 2 };

        if (!slice_starts(rest, SLICE("zu")) || !is_prefix(run, front) || is_prefix(run, whole)) /* "dazubezahlt" */
            continue;
        uint32_t lemma = verb_of(&run->context->lexicon, slice_from(rest, 2), false);
        struct slice right = right_form(run, whole, lemma, POS_VERB | (uint32_t)VERB_INFINITIVE << VERB_SHIFT, word);

        if (right.len > 0)
            return right;
    }
    return (struct slice){ 0 };
}

static bool is_unknown(const struct check_run *run, const struct token *token)
{
    const uint16_t never =
        TOKEN_CAPITAL | TOKEN_QUOTED | TOKEN_HYPHEN | TOKEN_APOSTROPHE | TOKEN_DIGIT | TOKEN_ABBREVIATION;

    return token->kind == TOKEN_WORD && (token->flags & never) == 0 && token->analysis.reading_count == 0 &&
           !is_english_token(token) &&
           !speller_accepts(run->context->speller, &run->context->lexicon, token_text(run->doc, token));
}

/* The length of the separable prefix of a token that is nothing but an infinitive ("aufgeben"); 0 where it has none. */
static size_t prefix_of_infinitive(const struct check_run *run, const struct token *token)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    size_t prefix = 0;

    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        const struct reading *reading = &token->analysis.readings[i];

        if (reading->lemma != NO_ID && pos_of(reading->features) == POS_VERB &&
            verb_form_of(reading->features) != VERB_INFINITIVE)
            continue; /* "ausführen" may be of "ausfahren" */
        if (reading->lemma == NO_ID || pos_of(reading->features) != POS_VERB ||
            lexicon->lemmas[reading->lemma].separable == 0 ||
            !slice_equal(lemma_text(lexicon, reading->lemma), token_text(run->doc, token)))
            return 0;
        prefix = lexicon->lemmas[reading->lemma].separable;
    }
    return prefix;
}

/* "umgehen" goes apart ("umzugehen") or does not ("zu umgehen"), and then has a participle without ge: "umgangen". */
static bool stays_together_too(const struct check_run *run, struct slice prefix, struct slice rest)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    struct slice participle = participle_of_infinitive(lexicon, rest);

    if (!in_word_list(lexicon, LIST_INSEPARABLE_PREFIXES, prefix))
        return false;
    if (!slice_starts(participle, SLICE("ge")) || slice_ends(participle, SLICE("en"))) /* "durchfahren" */
        return true;
    return is_participle_form(lexicon, arena_join(run->issues->arena, prefix, slice_from(participle, 2)));
}

/* "zu aufgeben" for "aufzugeben"; "zu aufzugeben". */
static void check_zu_before_prefix(const struct check_run *run, size_t i)
{
    const struct token *verb = token_at(run, i);

    if (verb->kind != TOKEN_WORD || i == 0 || !same_sentence(run, i - 1, i) || !text_is(run, i - 1, "zu") ||
        ((verb->flags | token_at(run, i - 1)->flags) & TOKEN_CAPITAL) != 0 ||
        ((verb->flags ^ token_at(run, i - 1)->flags) & TOKEN_QUOTED) != 0)
        return;
    struct slice word = token_text(run->doc, verb);

    if (token_is_verb_form(verb, VERB_ZU_INFINITIVE) && !token_is_verb_form(verb, VERB_INFINITIVE)) {
        suggest(run, report(run, "check/no-such-form", tokens_span(run, i - 1, i)), word);
        return;
    }
    size_t length = prefix_of_infinitive(run, verb);

    struct slice prefix = { word.at, length }, rest = slice_from(word, length);

    if (length == 0 || verb_of(&run->context->lexicon, rest, true) == NO_ID || /* "zucken" */
        stays_together_too(run, prefix, rest))
        return;

    suggest(run, report(run, "check/no-such-form", tokens_span(run, i - 1, i)),
            arena_print(run->issues->arena, "%.*szu%.*s", (int)prefix.len, prefix.at, (int)rest.len, rest.at));
}

void check_no_such_forms(const struct check_run *run)
{
    for (size_t i = 0; i < run->doc->token_count; i++) {
        const struct token *token = token_at(run, i);

        check_zu_before_prefix(run, i);
        if (token->kind != TOKEN_WORD || token->analysis.reading_count > 0 || (token->flags & TOKEN_CAPITAL) != 0)
            continue;
        struct slice word = token_text(run->doc, token), right = for_participle(run, word);

        if (right.len == 0)
            right = for_past(run, word);
        if (right.len == 0)
            right = for_infinitive(run, word);
        if (right.len > 0 && is_unknown(run, token))
            suggest(run, report(run, "check/no-such-form", token->span), right);
    }
}
