/* Marks a line or sentence that is all furniture of a web page: "Auf Facebook teilen Link kopieren", "Kommentare
 * anzeigen (14)".
 *
 * Phrases are without number, but the words of such lines are few, and an article has no line made of them alone. So a
 * short one counts when each of its words is a page's word (words/page-words.txt), a small word that says nothing, or
 * a word that stands beside page words (words/page-extras.txt), and at least one is a page's word.
 *
 * Such words are also glued to a sentence without a mark between them ("Link kopieren Die Feuerwehr war vor Ort"): an
 * article or pronoun with a capital shows where the sentence begins; or they stand inside of one, where no verb governs
 * the infinitive ("Die Brücke stürzte Video ansehen in den Fluss"). */
#include "checks/compounds.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"

enum { MAX_WORDS = 12 };

/* As written, in lower case, or by lemma ("Melden Sie sich an"). */
static bool is_listed(const struct check_run *run, enum named_list list, const struct token *token)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    return token_in_list(lexicon, list, token) || lower_in_list(lexicon, list, token) ||
           lemma_in_list(lexicon, list, token) ||
           (token->analysis.joined != NO_ID &&
            in_word_list(lexicon, list, lemma_text(lexicon, token->analysis.joined)));
}

/* Articles, prepositions, pronouns, "und". */
static bool says_nothing(const struct token *token)
{
    return token_is(token, POS_DETERMINER) || token_is(token, POS_PREPOSITION) || token_is(token, POS_PRONOUN) ||
           token_is(token, POS_CONJUNCTION);
}

/* "Viele teilten den Artikel": a verb that can only be finite, behind another word, makes a sentence of the article. */
static bool is_predicate(const struct token *token)
{
    return token_is(token, POS_AUXILIARY) ||
           (token_is_finite(token) && !token_is_verb_form(token, VERB_INFINITIVE) &&
            !token_is_verb_form(token, VERB_PARTICIPLE2) && !token_is(token, POS_NOUN));
}

static bool is_page_line(const struct check_run *run, uint32_t first_token, uint32_t token_count)
{
    const struct token *tokens = run->doc->tokens + first_token;
    size_t words = 0, page_words = 0;

    for (uint32_t i = 0; i < token_count; i++) {
        if ((tokens[i].flags & (TOKEN_QUOTED | TOKEN_OPENING)) != 0)
            return false;
        if (tokens[i].kind != TOKEN_WORD)
            continue;
        if (++words > MAX_WORDS || (words > 1 && is_predicate(&tokens[i])))
            return false;
        if (is_listed(run, LIST_PAGE_WORDS, &tokens[i]))
            page_words++;
        else if (!says_nothing(&tokens[i]) && !is_listed(run, LIST_PAGE_EXTRAS, &tokens[i]))
            return false;
    }
    return page_words > 0;
}

static void check_line(const struct check_run *run, struct span span, uint32_t first_token, uint32_t token_count)
{
    if (is_page_line(run, first_token, token_count) && !has_markup_issue(run, span))
        suggest(run, report(run, "check/page-line", span), (struct slice){ "", 0 });
}

/* ---- glued to a sentence ---- */

/* "Die", "Er", "Am" inside of a sentence: with its capital it opens one. */
static bool opens_sentence(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return token->kind == TOKEN_WORD &&
           (token->flags & (TOKEN_CAPITAL | TOKEN_ALL_CAPS | TOKEN_QUOTED | TOKEN_HYPHEN)) == TOKEN_CAPITAL &&
           !token_is(token, POS_NAME) && token_at(run, i - 1)->kind == TOKEN_WORD &&
           !token_in_list(&run->context->lexicon, LIST_ADDRESS_SIE, token) && /* "Bitte teilen Sie" */
           (small_is(token, POS_DETERMINER) || small_is(token, POS_PREPOSITION) || small_is(token, POS_PRONOUN)) &&
           (token->analysis.form == NO_ID || !is_known_noun(token));
}

/* A finite verb stands behind the token: the sentence goes on. */
static bool goes_on(const struct check_run *run, size_t i)
{
    for (size_t n = i + 1; same_sentence(run, i, n); n++)
        if (token_is_finite(token_at(run, n)) && (token_at(run, n)->flags & TOKEN_CAPITAL) == 0)
            return true;
    return false;
}

static void check_front(const struct check_run *run, const struct sentence *sentence)
{
    size_t first = sentence->first_token;

    if (says_nothing(token_at(run, first)))
        return; /* "Im Newsletter Der Morgen" */
    for (size_t i = first + 2; i <= first + MAX_WORDS && same_sentence(run, first, i); i++) {
        struct span span = tokens_span(run, first, i - 1);

        if (!opens_sentence(run, i) || !goes_on(run, i))
            continue;
        if (is_page_line(run, (uint32_t)first, (uint32_t)(i - first)) && !has_markup_issue(run, span))
            suggest(run, report(run, "check/page-line", span), (struct slice){ "", 0 });
        return;
    }
}

/* ---- inside of a sentence ---- */

/* "müssen", "werden", "lassen", "zu": with it an infinitive may stand anywhere. */
static bool governs_infinitive(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = token_at(run, i);

    if (has_lemma(lexicon, token, "haben") || has_lemma(lexicon, token, "sein"))
        return false;
    return lemma_in_list(lexicon, LIST_MODAL_VERBS, token) ||
           lemma_in_list(lexicon, LIST_VERBS_WITH_BARE_INFINITIVE, token) ||
           slice_equal(token_lower(token), SLICE("zu"));
}

/* "Video ansehen", "mehr lesen" behind a word that is no article of it, with more of the sentence behind it. */
static bool is_button(const struct check_run *run, size_t i)
{
    const struct token *thing = token_at(run, i), *act = thing + 1, *before = thing - 1;

    if (act->kind != TOKEN_WORD || (act->flags & TOKEN_CAPITAL) != 0 || !token_is_verb_form(act, VERB_INFINITIVE))
        return false;
    if (slice_equal(token_lower(thing), SLICE("mehr")))
        return (before->flags & TOKEN_CAPITAL) != 0 && act->kind == TOKEN_WORD &&
               token_is_verb_form(act, VERB_INFINITIVE) && lemma_in_list(&run->context->lexicon, LIST_PAGE_ACTS, act) &&
               act[1].kind == TOKEN_WORD && token_is_finite(&act[1]);
    return (thing->flags & (TOKEN_CAPITAL | TOKEN_QUOTED | TOKEN_HYPHEN)) == TOKEN_CAPITAL &&
           lemma_in_list(&run->context->lexicon, LIST_PAGE_NOUNS, thing) && before->kind == TOKEN_WORD &&
           !says_nothing(before) && !token_is(before, POS_ADJECTIVE) && !token_is(before, POS_NUMERAL) &&
           act->kind == TOKEN_WORD && (act->flags & TOKEN_CAPITAL) == 0 && token_is_verb_form(act, VERB_INFINITIVE) &&
           lemma_in_list(&run->context->lexicon, LIST_PAGE_ACTS, act) && act[1].kind == TOKEN_WORD &&
           !token_is(&act[1], POS_CONJUNCTION);
}

static void check_inside(const struct check_run *run, const struct sentence *sentence)
{
    size_t first = sentence->first_token, end = first + sentence->token_count, found = 0;
    bool finite = false;

    for (size_t i = first + 1; i + 2 < end && found == 0; i++)
        if (is_button(run, i))
            found = i;
    if (found == 0) /* most sentences */
        return;
    for (size_t i = first; i < end; i++) {
        if (governs_infinitive(run, i) || token_is(token_at(run, i), POS_SUBORDINATOR))
            return;
        finite = finite || (i != found + 1 && token_is_finite(token_at(run, i)));
    }
    if (finite)
        suggest(run, report(run, "check/page-line", tokens_span(run, found, found + 1)), (struct slice){ "", 0 });
}

/* Whole paragraphs, and sentences: the page's words may have been glued to the paragraph before them. */
void check_page_lines(const struct check_run *run)
{
    const struct document *doc = run->doc;

    for (size_t i = 0; i < doc->segment_count; i++)
        check_line(run, doc->segments[i].span, doc->segments[i].first_token, doc->segments[i].token_count);
    for (size_t i = 0; i < doc->sentence_count; i++) {
        const struct sentence *sentence = &doc->sentences[i];

        if (doc->segments[sentence->segment].sentence_count > 1) /* else it was the paragraph */
            check_line(run, sentence->span, sentence->first_token, sentence->token_count);
        check_front(run, sentence);
        check_inside(run, sentence);
    }
}
