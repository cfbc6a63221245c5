/* Marks a document that addresses its reader both as "du" (or "ihr") and as "Sie": machines choose anew in each
 * sentence. Quotations are apart; the rarer address is marked once. */
#include "checks/choices.h"
#include "checks/clauses.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"
#include "text/unicode.h"

static bool is_form(const struct token *token, uint32_t person, uint32_t number)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;
        enum verb_form form = verb_form_of(features);

        if ((form == VERB_PRESENT || form == VERB_PAST || form == VERB_SUBJUNCTIVE2) && (features & person) != 0 &&
            (features & number) != 0)
            return true;
    }
    return false;
}

/* A verb in the second person that can be nothing else, anywhere in the clause of the token. */
static bool has_verb_of(const struct check_run *run, size_t i, uint32_t number)
{
    const struct token *token = &run->doc->tokens[i];
    const struct sentence *sentence = &run->doc->sentences[token->sentence];

    for (size_t n = sentence->first_token; n < (size_t)sentence->first_token + sentence->token_count; n++)
        if (run->doc->tokens[n].clause == token->clause && is_form(&run->doc->tokens[n], PERSON_2, number) &&
            (number == NUMBER_SG || !is_form(&run->doc->tokens[n], PERSON_3, NUMBER_SG)))
            return true;
    return false;
}

/* "ihr" is "you" beside a verb in the second person plural that can be nothing else: "ihr habt", "könnt ihr". */
static bool is_plural_you(const struct check_run *run, size_t i)
{
    for (size_t n = i == 0 ? 1 : i - 1; n <= i + 1; n += 2)
        if (same_segment(run, n < i ? n : i, n < i ? i : n) && is_form(&run->doc->tokens[n], PERSON_2, NUMBER_PL) &&
            !is_form(&run->doc->tokens[n], PERSON_3, NUMBER_SG))
            return true;
    return false;
}

static bool is_familiar(const struct check_run *run, size_t i)
{
    struct slice word = lower_at(run, i);

    if (slice_equal(word, SLICE("du"))) /* which also stands in French names, without a verb of its own */
        return has_verb_of(run, i, NUMBER_SG);
    if (slice_equal(word, SLICE("ihr")))
        return is_plural_you(run, i);
    return in_word_list(&run->context->lexicon, LIST_ADDRESS_DU, word);
}

/* "bitte", "Dann": what an order may begin with. */
static bool opens_order(const struct check_run *run, size_t i)
{
    return slice_equal(lower_at(run, i), SLICE("bitte")) || slice_equal(lower_at(run, i), SLICE("dann"));
}

/* "Lade die App herunter": a noun that opens the sentence has no article in the accusative behind it. */
static bool is_noun_before_object(const struct check_run *run, size_t i)
{
    return token_is(token_at(run, i), POS_NOUN) && (token_at(run, i)->flags & TOKEN_SENTENCE_START) != 0 &&
           same_clause(run->doc, i, i + 2) && is_capitalised(token_at(run, i + 2)) &&
           (text_is(run, i + 1, "die") || text_is(run, i + 1, "das") || text_is(run, i + 1, "den"));
}

/* "Wenn Sie Fragen haben, ruf uns an": behind a condition that speaks to someone. */
static bool follows_condition(const struct check_run *run, size_t i)
{
    size_t first = sentence_first(run, i);

    return i > first + 2 && text_is(run, i - 1, ",") && in_list_lower(run, LIST_CLAUSES_WITH_VERB_LAST, first) &&
           text_is(run, first + 1, "Sie");
}

/* A word that is an imperative and hardly anything else: "klicke", "gib"; "käme" and "wollte" are none. */
static bool is_order(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);
    static const enum pos others[] = { POS_NOUN, /* the first: before an object it is no hindrance */
                                       POS_NAME,     POS_ADJECTIVE, POS_ADVERB,     POS_PREPOSITION,
                                       POS_PARTICLE, POS_AUXILIARY, POS_DETERMINER, POS_PRONOUN };

    for (size_t n = is_noun_before_object(run, i) ? 1 : 0; n < sizeof others / sizeof *others; n++)
        if (token_is(token, others[n]))
            return false;
    return token_is_verb_form(token, VERB_IMPERATIVE) && !token_is_verb_form(token, VERB_SUBJUNCTIVE2) &&
           !token_is_verb_form(token, VERB_PAST) && !is_form(token, PERSON_2, NUMBER_PL) &&
           !slice_equal(token_lower(token), SLICE("siehe")); /* a reference */
}

/* A phrase behind the verb that may be its subject: "Dann sinke der Preis", told of what someone said. */
static bool may_be_subject(const struct check_run *run, size_t i)
{
    struct noun_phrase phrase;

    return token_is(&run->doc->tokens[i], POS_PRONOUN) ||
           (noun_phrase_at(run->doc, i, &phrase) && (agreeing_cases(run->doc, &phrase, NULL) & CASE_NOM) != 0 &&
            (agreeing_numbers(run->doc, &phrase, CASE_NOM) & NUMBER_SG) != 0);
}

/* "Nimm", "gib", "lies": an order to one person and nothing else. */
static bool is_nothing_but_order(const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++)
        if (verb_form_of(token->analysis.readings[i].features) != VERB_IMPERATIVE)
            return false;
    return token->analysis.reading_count > 0 && !is_form(token, PERSON_2, NUMBER_PL);
}

/* "Trinken Sie viel und meide die Sonne": the sentence orders with "Sie", and goes on with an order to one person. */
static bool goes_on_as_order(const struct check_run *run, size_t i)
{
    size_t first = sentence_first(run, i);

    return i > first + 2 && text_is(run, i - 1, "und") && text_is(run, first + 1, "Sie") &&
           token_is_verb_form(token_at(run, first), VERB_INFINITIVE) && is_order(run, i) &&
           slice_ends(text_at(run, i), SLICE("e")) && same_segment(run, i, i + 1) &&
           token_is(token_at(run, i + 1), POS_DETERMINER) && !text_is(run, i + 1, "der") && !text_is(run, i + 1, "ein");
}

/* "Nutze die App": the verb has an object in the accusative, and no other phrase stands in the clause that could be
 * its subject or object ("Nutze die Firma nun das Gesetz, …"). */
static bool orders_with_object(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);
    struct noun_phrase phrase;

    if ((!has_lemma_of(&run->context->lexicon, token, LIST_VERBS_NEEDING_ACCUSATIVE) &&
         !has_lemma_of(&run->context->lexicon, token, LIST_ACCUSATIVE_VERBS)) ||
        !noun_phrase_at(run->doc, i + 1, &phrase) || !phrase.has_determiner || phrase.contracted)
        return false;
    for (size_t n = phrase.noun + 1; same_clause(run->doc, i, n); n++) {
        bool governed = token_is(token_at(run, n - 1), POS_PREPOSITION);

        if ((token_at(run, n)->flags & TOKEN_CAPITAL) != 0 || token_is_finite(token_at(run, n)) ||
            (!governed && (token_is(token_at(run, n), POS_DETERMINER) || token_is(token_at(run, n), POS_PRONOUN))))
            return false;
    }
    return true;
}

/* "Kauf jetzt und erhalten Sie einen Rabatt": the sentence opens with an order to one person and goes on with "Sie". */
static bool goes_on_politely(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    if ((token->flags & TOKEN_SENTENCE_START) == 0 || !token_is_verb_form(token, VERB_IMPERATIVE) ||
        is_form(token, PERSON_2, NUMBER_PL) || token_is(token, POS_AUXILIARY) || token_is(token, POS_NAME) ||
        in_list_lower(run, LIST_WORDS_LIKE_ORDERS, i) || in_list(run, LIST_SUBJECT_PRONOUNS, i + 1) ||
        text_is(run, i + 1, "es") || text_is(run, i + 1, "sie"))
        return false;
    bool order = false;
    size_t end = i + 1;

    for (; same_sentence(run, i, end); end++)
        order =
            order || ((text_is(run, end, "und") || text_is(run, end, "oder")) && text_is(run, end + 2, "Sie") &&
                      same_sentence(run, i, end + 2) && token_is_verb_form(token_at(run, end + 1), VERB_INFINITIVE));
    return order && (text_is(run, end - 1, ".") || text_is(run, end - 1, "!"));
}

/* "Klicke auf den Link", "Bitte halte den Ausweis bereit": an order to one person opens the sentence, and nobody is its
 * subject. */
static bool is_familiar_order(const struct check_run *run, size_t i)
{
    const struct token *token = &run->doc->tokens[i], *next = token + 1;
    bool opened = i > 0 && same_sentence(run, i - 1, i) && (opens_order(run, i - 1) || follows_condition(run, i));

    if (goes_on_as_order(run, i) || goes_on_politely(run, i))
        return true;
    if (((token->flags & TOKEN_SENTENCE_START) == 0 && !opened) || !is_order(run, i) || !same_segment(run, i, i + 1) ||
        next->kind != TOKEN_WORD)
        return false;
    if (is_nothing_but_order(token))
        return true;
    if ((next->flags & TOKEN_CAPITAL) != 0)
        return false;
    if (opened && slice_equal(lower_at(run, i - 1), SLICE("bitte")))
        return true;
    struct slice text = token_text(run->doc, token);
    bool object = token_is(next, POS_DETERMINER) && (!opened || !may_be_subject(run, i + 1));

    if (text.at[text.len - 1] == 'e' && !opened && orders_with_object(run, i))
        return true;
    return text.at[text.len - 1] == 'e' && !token_is(next, POS_PRONOUN) &&
           (object || (!opened && (token_is(next, POS_PREPOSITION) || token_is(next, POS_ADVERB))));
}

/* "Wenn Ihr eine Einheit wählt", "Euer Land": the old polite plural, and that of letters. "Ihr" is "your" to one who is
 * "Sie" only before a noun, and where nobody is "Euch". */
static bool is_polite_plural(const struct check_run *run, size_t i, bool old)
{
    if (!slice_equal(text_at(run, i), SLICE("Ihr")))
        return false;
    if (old || has_verb_of(run, i, NUMBER_PL) || !same_segment(run, i, i + 1))
        return true;
    const struct token *next = &run->doc->tokens[i + 1];

    return next->kind == TOKEN_WORD && (next->flags & TOKEN_CAPITAL) == 0 && !token_is(next, POS_ADJECTIVE) &&
           !token_is(next, POS_ADVERB);
}

/* Somebody is addressed as "Euch". */
static bool has_old_address(const struct check_run *run)
{
    for (size_t i = next_marked(run, MARK_ADDRESS, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_ADDRESS, i + 1))
        if (slice_starts(text_at(run, i), SLICE("Eu")) && (run->doc->tokens[i].flags & TOKEN_SENTENCE_START) == 0 &&
            in_list_lower(run, LIST_ADDRESS_DU, i))
            return true;
    return false;
}

/* "Sie können den Zuschuss beantragen.": the first word of all stands for nobody who was named; told what one may and
 * must do, and not of what is "ihr", readers are meant. */
static bool opens_document(const struct check_run *run, size_t i)
{
    if (i != 0 || !slice_equal(text_at(run, i), SLICE("Sie")) || !same_sentence(run, i, i + 1) ||
        finite_numbers(&run->doc->tokens[i + 1]) != NUMBER_PL ||
        !lemma_in_list(&run->context->lexicon, LIST_MODAL_VERBS, token_at(run, i + 1)))
        return false;
    for (size_t n = i + 2; same_sentence(run, i, n); n++)
        if (slice_starts(text_at(run, n), SLICE("ihr")))
            return false;
    return true;
}

enum address { NOBODY, FAMILIAR, POLITE, ADDRESSES };

/* Whom the word speaks to. "Sie" and "Ihr" say something only inside a sentence: at its start they may be "they" and
 * "her". */
static enum address address_at(const struct check_run *run, size_t i, bool old)
{
    const struct token *token = &run->doc->tokens[i];
    bool short_word = token->span.end - token->span.start <= sizeof "deinem" - 1;

    if (token->kind != TOKEN_WORD)
        return NOBODY;
    if (short_word && (token->flags & TOKEN_CAPITAL) != 0 &&
        ((token->flags & TOKEN_SENTENCE_START) == 0 || opens_document(run, i)) &&
        token_in_list(&run->context->lexicon, LIST_ADDRESS_SIE, token))
        return is_polite_plural(run, i, old) ? NOBODY : POLITE;
    return (short_word && is_familiar(run, i)) || is_familiar_order(run, i) ? FAMILIAR : NOBODY;
}

bool may_address(const struct check_run *run, size_t i)
{
    const struct token *token = &run->doc->tokens[i];

    return token->kind == TOKEN_WORD &&
           (token_in_list(&run->context->lexicon, LIST_ADDRESS_SIE, token) || in_list_lower(run, LIST_ADDRESS_DU, i) ||
            slice_equal(lower_at(run, i), SLICE("du")) || slice_equal(lower_at(run, i), SLICE("ihr")) ||
            token_is_verb_form(token, VERB_IMPERATIVE));
}

/* The first words of a clause that address someone, by address. */
struct clause_addresses {
    size_t first[ADDRESSES];
    bool has[ADDRESSES];
};

/* A clause chooses once, however many words it takes. One that has both contradicts itself, in a quotation too. */
static void settle_clause(const struct check_run *run, const struct clause_addresses *found,
                          const struct rule_info *rule)
{
    size_t du = found->first[FAMILIAR], sie = found->first[POLITE];

    if (found->has[FAMILIAR] && found->has[POLITE]) {
        report(run, "check/register", tokens_span(run, du < sie ? du : sie, du < sie ? sie : du));
        return;
    }
    for (enum address address = FAMILIAR; address < ADDRESSES; address++) {
        const struct token *token = &run->doc->tokens[found->first[address]];

        if (found->has[address] && (token->flags & TOKEN_QUOTED) == 0)
            choose(run->issues, rule, SLICE("address"), address == POLITE ? SLICE("Sie") : SLICE("du"), token->span);
    }
}

/* A quotation is a clause of its own. */
static bool is_same_place(const struct document *doc, size_t a, size_t b)
{
    return same_clause(doc, a, b) && ((doc->tokens[a].flags ^ doc->tokens[b].flags) & TOKEN_QUOTED) == 0;
}

void check_register(const struct check_run *run)
{
    const struct rule_info *rule = rule_named(&run->context->rules, SLICE("check/register"));
    struct clause_addresses found = { .has = { false } };
    bool old = has_old_address(run);
    size_t last = 0;

    for (size_t i = next_marked(run, MARK_ADDRESS, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_ADDRESS, i + 1)) {
        enum address address = address_at(run, i, old);

        if (address == NOBODY)
            continue;
        if (!is_same_place(run->doc, last, i)) {
            settle_clause(run, &found, rule);
            found = (struct clause_addresses){ .has = { false } };
        }
        if (!found.has[address])
            found.first[address] = i;
        found.has[address] = true;
        last = i;
    }
    settle_clause(run, &found, rule);
}
