/* Marks verbs at the end of a clause that form no chain: each of them says what form the one before it has. "geräumt
 * worden", never "räumt worden"; "freigegeben werden", never "soll freigeben werden"; "unterzeichnet zu haben", never
 * "unterzeichnen zu haben"; "weiterlaufen lassen", never "weiterzulaufen lassen"; and zu without its infinitive ("die
 * Fotos durchsuchen zu."). Only words side by side are read, so the rest of the sentence may be anything. */
#include "checks/checks.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"

static bool ends_clause(const struct check_run *run, size_t end)
{
    return text_is(run, end, ".") || text_is(run, end, ",");
}

/* A word in lower case that is a verb, and neither a participle nor an adjective, adverb or preposition. */
static bool is_verb_without_participle(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return token->kind == TOKEN_WORD && (token->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) == 0 &&
           token_is(token, POS_VERB) && !token_is_verb_form(token, VERB_PARTICIPLE2) && is_nothing_but_verb(token);
}

static bool is_plain_infinitive(const struct check_run *run, size_t i)
{
    return is_verb_without_participle(run, i) && token_is_verb_form(token_at(run, i), VERB_INFINITIVE) &&
           !is_zu_infinitive(run->doc, i);
}

/* "ist räumt worden": a finite verb where the participle stands. What may be an infinitive, verb_forms.c sees. */
static void check_worden(const struct check_run *run, size_t i)
{
    if (is_verb_without_participle(run, i - 1) && !token_is_verb_form(token_at(run, i - 1), VERB_INFINITIVE) &&
        token_is_finite(token_at(run, i - 1)) && ends_clause(run, i + 1))
        report(run, "check/infinitive-for-participle", tokens_span(run, i - 1, i));
}

/* The only finite verb of the stretch before the token is a modal verb. */
static bool follows_modal(const struct check_run *run, size_t i)
{
    bool found = false;

    for (size_t at = stretch_first(run, i); at < i; at++) {
        if (!is_surely_finite(token_at(run, at)) && !lemma_in(run, at, LIST_MODAL_VERBS))
            continue;
        if (!lemma_in(run, at, LIST_MODAL_VERBS))
            return false;
        found = true;
    }
    return found;
}

/* "soll für den Verkehr freigeben werden" */
static void check_werden(const struct check_run *run, size_t i)
{
    if (ends_clause(run, i + 1) && is_plain_infinitive(run, i - 1) && follows_modal(run, i - 1) &&
        !lemma_in(run, i - 1, LIST_MODAL_VERBS))
        report(run, "check/infinitive-for-participle", tokens_span(run, i - 1, i));
}

/* "wird noch fünf Jahre müssen gefördert werden": behind wird the modal verb comes last. */
static void check_early_modal(const struct check_run *run, size_t i)
{
    const struct token *participle = token_at(run, i - 1);
    size_t modal = i - 2, finite = 0, count = 0;

    if (i < stretch_first(run, i) + 4 || !text_is(run, i + 1, ".") || !lemma_in(run, modal, LIST_MODAL_VERBS) ||
        !token_is_verb_form(token_at(run, modal), VERB_INFINITIVE) || is_capitalised(participle) ||
        !token_is_verb_form(participle, VERB_PARTICIPLE2))
        return;
    for (size_t at = stretch_first(run, i); at < modal; at++)
        if (is_surely_finite(token_at(run, at))) {
            finite = at;
            count++;
        } else if (token_is(token_at(run, at), POS_CONJUNCTION) && !token_is(token_at(run, at), POS_ADVERB))
            return;
    if (count == 1 && text_is(run, finite, "wird"))
        report(run, "check/verb-not-second", tokens_span(run, modal, i));
}

/* "ohne einen Vertrag unterzeichnen zu haben"; but "den Wagen stehen zu haben", "kommen sehen zu haben". */
static void check_zu_haben(const struct check_run *run, size_t i)
{
    if (i < 2 || !text_is(run, i - 1, "zu") || !same_sentence(run, i - 2, i) || !is_plain_infinitive(run, i - 2) ||
        lemma_in(run, i - 2, LIST_MODAL_VERBS) || lemma_in(run, i - 2, LIST_VERBS_WITH_BARE_INFINITIVE) ||
        lemma_in(run, i - 2, LIST_STATIC_VERBS) ||
        (i > 2 && token_is_verb_form(token_at(run, i - 3), VERB_INFINITIVE) && !is_capitalised(token_at(run, i - 3))))
        return;
    report(run, "check/infinitive-for-participle", tokens_span(run, i - 2, i));
}

/* "sich auf einen Übergang einigen gekonnt": also where the infinitive looks like another word. */
static void check_modal_participle(const struct check_run *run, size_t i)
{
    const struct token *left = token_at(run, i - 1);

    if ((left->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) == 0 && token_is_verb_form(left, VERB_INFINITIVE) &&
        !is_nothing_but_verb(left) && !token_is(left, POS_ADVERB) && !text_is(run, i - 1, "sein") &&
        ends_clause(run, i + 1))
        report(run, "check/infinitive-for-participle", tokens_span(run, i - 1, i));
}

/* "nicht habe weiterzulaufen lassen" */
static void check_lassen(const struct check_run *run, size_t i)
{
    if (token_is_verb_form(token_at(run, i - 1), VERB_ZU_INFINITIVE) && !is_capitalised(token_at(run, i - 1)) &&
        ends_clause(run, i + 1))
        report(run, "check/zu-behind-modal", token_at(run, i - 1)->span);
}

/* A verb of the stretch has the prefix zu apart: "hörte ihnen zu", "ließ sie zu". */
static bool has_prefix_zu(const struct check_run *run, size_t first, size_t zu)
{
    for (size_t i = first; i < zu; i++)
        if (token_at(run, i)->analysis.joined != NO_ID)
            return true;
    return false;
}

/* "ohne Zustimmung durchsuchen zu.": the last word of a clause is zu, behind an infinitive or participle, or in a
 * clause that um or ohne opens. */
static void check_zu(const struct check_run *run, size_t i)
{
    size_t first = stretch_first(run, i);

    if (!ends_clause(run, i + 1) || i < first + 2 || token_at(run, i)->analysis.particle != NO_ID)
        return;
    const struct token *left = token_at(run, i - 1);
    bool verb = (left->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) == 0 && is_nothing_but_verb(left) &&
                left->analysis.reading_count > 0 &&
                (token_is_verb_form(left, VERB_INFINITIVE) || token_is_verb_form(left, VERB_PARTICIPLE2));
    bool opened = in_list_lower(run, LIST_INFINITIVE_OPENERS, first);

    if ((verb || opened) && !has_prefix_zu(run, first, i))
        report(run, "check/breaks-off", tokens_span(run, i, i + 1));
}

bool is_chain_word(const struct check_run *run, size_t i)
{
    return text_is(run, i, "worden") || text_is(run, i, "werden") || text_is(run, i, "haben") ||
           text_is(run, i, "lassen") || text_is(run, i, "zu") || in_list(run, LIST_MODAL_PARTICIPLES, i);
}

void check_verb_chains(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_CHAIN, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_CHAIN, i + 1)) {
        if (i == 0 || !same_sentence(run, i - 1, i) || (token_at(run, i)->flags & TOKEN_QUOTED) != 0)
            continue;
        if (text_is(run, i, "worden"))
            check_worden(run, i);
        else if (text_is(run, i, "werden")) {
            check_werden(run, i);
            check_early_modal(run, i);
        } else if (text_is(run, i, "haben"))
            check_zu_haben(run, i);
        else if (text_is(run, i, "lassen"))
            check_lassen(run, i);
        else if (text_is(run, i, "zu"))
            check_zu(run, i);
        else
            check_modal_participle(run, i);
    }
}
