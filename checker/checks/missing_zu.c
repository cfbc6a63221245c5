/* Marks infinitives that lack their zu behind a comma ("plant, eine Niederlassung eröffnen", "…, um Besucher
 * anziehen"), at the start of a sentence ("Um Kosten senken, …"), and behind und where the first has it ("um Zeit zu
 * gewinnen und Geld sparen"); participles in their place ("versprach, den Fall zu geprüft"). */
#include "checks/checks.h"
#include "checks/clause_phrases.h"
#include "checks/compounds.h"
#include "checks/fields.h"
#include "checks/marks.h"
#include "checks/phrases.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* ---- what the infinitive clause looks like ---- */

static bool ends_part(const struct check_run *run, size_t first, size_t end)
{
    return !same_sentence(run, first, end) || text_is(run, end, ".") || text_is(run, end, ",") ||
           text_is(run, end, ";") || text_is(run, end, "?") || text_is(run, end, "!") ||
           (token_at(run, end)->flags & TOKEN_CLOSING) != 0;
}

/* "erhalten" may be a participle too, which has no place there either. */
static bool ends_as_infinitive(const struct check_run *run, size_t last)
{
    const struct token *token = token_at(run, last);

    if (is_bare_infinitive(run->doc, last) && is_nothing_but_verb(token))
        return true;
    return (token->flags & TOKEN_CAPITAL) == 0 && token_is_verb_form(token, VERB_INFINITIVE) &&
           token_is_verb_form(token, VERB_PARTICIPLE2) && !is_zu_infinitive(run->doc, last);
}

/* The first of the bare verbs that the stretch ends in: "lösen", "testen lassen", "spielen können", "vergiftet haben",
 * "geprüft werden"; its end where there are none. */
static size_t bare_verbs(const struct check_run *run, size_t first, size_t end)
{
    size_t last = end - 1;

    if (end < first + 2)
        return end;
    bool modal = (lemma_in(run, last, LIST_MODAL_VERBS) || text_is(run, last, "lassen")) &&
                 token_is_verb_form(token_at(run, last), VERB_INFINITIVE);

    if (modal && (is_bare_infinitive(run->doc, last - 1) || text_is(run, last - 1, "haben")))
        return last - 1;
    if ((text_is(run, last, "haben") || text_is(run, last, "sein") || text_is(run, last, "werden")) &&
        is_past_participle(token_at(run, last - 1)))
        return last - 1;
    bool has = end > first + 2 && (text_is(run, last, "haben") || text_is(run, last, "sein"));

    return !lemma_in(run, last, LIST_MODAL_VERBS) && (has || ends_as_infinitive(run, last)) ? last : end;
}

/* "zur Folge", "zu der Aussage": no infinitive behind it. */
static bool is_preposition_zu(const struct check_run *run, size_t index)
{
    return text_is(run, index, "zu") && !token_is_verb_form(token_at(run, index + 1), VERB_INFINITIVE);
}

/* No other verb stands from first to the bare verbs, and nothing that opens or joins clauses. */
static bool holds_no_verb(const struct check_run *run, size_t first, size_t verbs)
{
    for (size_t i = first; i < verbs; i++) {
        const struct token *token = token_at(run, i);
        bool finite = may_be_finite(token) && !token_is(token, POS_DETERMINER) && !token_is(token, POS_ADJECTIVE);

        bool unknown = token->kind == TOKEN_WORD && token->analysis.reading_count == 0 && !is_capitalised(token);

        if (finite || unknown || is_relative_pronoun(run->doc, i) || in_list(run, LIST_QUESTION_WORDS, i) ||
            (text_is(run, i, "zu") && !is_preposition_zu(run, i)) || is_bare_infinitive(run->doc, i) ||
            is_zu_infinitive(run->doc, i) ||
            (token_is(token, POS_CONJUNCTION) && !(i > first && stands_between_nouns(run, i))) ||
            (token_is(token, POS_SUBORDINATOR) && !token_is(token, POS_PREPOSITION)))
            return false;
    }
    return true;
}

/* "…, die Kinder lieben": behind a noun a relative clause, whose plural verb looks like an infinitive. */
static bool may_be_relative_clause(const struct check_run *run, size_t comma)
{
    struct noun_phrase phrase;
    size_t first = comma + 1;

    if (!token_is(token_at(run, first), POS_RELATIVE))
        return false;
    if (!noun_phrase_at(run->doc, first, &phrase) || agreeing_cases(run->doc, &phrase, NULL) == 0)
        return true; /* "die Eis mögen" */
    bool particle =
        token_at(run, comma - 1)->analysis.particle != NO_ID; /* "zeigt Quellen an, die Nutzer bevorzugen" */
    bool noun = is_capitalised(token_at(run, comma - 1)) || (particle && is_capitalised(token_at(run, comma - 2)));

    return (noun || token_is(token_at(run, comma - 1), POS_PRONOUN)) &&
           (agreeing_numbers(run->doc, &phrase, CASE_ANY) & NUMBER_PL) != 0;
}

/* "muss planen, Kosten senken": behind an infinitive that a modal verb takes another may come without zu; hardly one
 * that begins with a determiner or sich. */
static bool goes_on_as_list(const struct check_run *run, size_t comma)
{
    const struct token *token = token_at(run, comma + 1);

    if (!is_bare_infinitive(run->doc, comma - 1) || token_is(token, POS_DETERMINER) ||
        text_is(run, comma + 1, "sich") || has_contraction(token))
        return false;
    return has_finite(run, stretch_first(run, comma - 1), comma - 1);
}

/* What may open an infinitive clause: no subject, and nothing that opens a clause with a verb of its own. */
static bool may_open_infinitive(const struct check_run *run, size_t comma)
{
    size_t first = comma + 1;
    const struct token *token = token_at(run, first);

    struct noun_phrase phrase;
    bool subject = in_list(run, LIST_NOMINATIVE_PRONOUNS, first) && !text_is(run, first, "es") &&
                   !noun_phrase_at(run->doc, first, &phrase); /* "alle Karten" */
    /* "auf" is one of old; "bis Gäste kommen"; "seit die Gäste da sind", but "seit Mai" */
    bool preposition =
        token_is(token, POS_PREPOSITION) && !text_is(run, first, "bis") &&
        !(text_is(run, first, "seit") && (token_is(&token[1], POS_DETERMINER) || token_is(&token[1], POS_PRONOUN)));
    bool opener = (token_is(token, POS_SUBORDINATOR) || token_is(token, POS_CONJUNCTION)) && !preposition;

    return !subject && !opener && !in_list(run, LIST_CLAUSE_OPENERS, first) && !is_question_word(run, first) &&
           !may_be_relative_clause(run, comma) &&
           !(token_is(token, POS_PREPOSITION) && is_relative_pronoun(run->doc, first + 1)) &&
           !goes_on_as_list(run, comma);
}

static bool is_verb_there(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);

    bool attribute = is_inflected_adjective(token) &&
                     (is_capitalised(&token[1]) || is_inflected_adjective(&token[1])); /* but "erlaubte den Gästen" */

    return may_be_finite(token) && !token_is(token, POS_DETERMINER) && !attribute;
}

static bool holds_verb(const struct check_run *run, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (is_verb_there(run, i))
            return true;
    return false;
}

/* From a token on to the mark, a clause with its verb at the end that has not come to it: "was wir, ohne Beweis,
 * anerkennen", "ob wir, wie vorgeschlagen, eine Regelung finden". */
static bool is_open_clause(const struct check_run *run, size_t first, size_t end)
{
    bool open = false;

    for (size_t i = first; i < end; i++) {
        bool question = in_list_lower(run, LIST_QUESTION_WORDS, i) && (i == first || !text_is(run, i, "wie"));

        if (in_list_lower(run, LIST_CLAUSE_OPENERS, i) || question || (i == first && is_relative_pronoun(run->doc, i)))
            open = true;
        else if (open && is_verb_there(run, i))
            open = false;
    }
    return open;
}

static bool is_clause_open_before(const struct check_run *run, size_t comma)
{
    for (size_t first = sentence_first(run, comma); first < comma; first = stretch_end(run, first) + 1)
        if (is_open_clause(run, first, stretch_end(run, first)))
            return true;
    return false;
}

/* ---- what the infinitive depends on ---- */

/* A modal verb, werden or lassen before the comma still waits for its infinitive: "Er will, so der Verein, um Hilfe
 * bitten". */
static bool awaits_infinitive(const struct check_run *run, size_t comma)
{
    for (size_t i = sentence_first(run, comma); i < comma; i++) {
        const struct token *token = token_at(run, i);
        bool lets = has_lemma(&run->context->lexicon, token, "lassen") && token->analysis.particle == NO_ID;
        bool found = false;

        if (!lets && !lemma_in(run, i, LIST_MODAL_VERBS) && !slice_starts(text_at(run, i), SLICE("möcht")) &&
            !(has_lemma(&run->context->lexicon, token, "werden") && may_be_finite(token)))
            continue;
        for (size_t k = stretch_first(run, i), end = stretch_end(run, i); k < end && !found; k++)
            found = k != i && (is_bare_infinitive(run->doc, k) || is_past_participle(token_at(run, k)));
        if (!found)
            return true;
    }
    return false;
}

/* One of the words before the comma stands in a clause with sein or its like. */
static bool has_copula(const struct check_run *run, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (has_lemma(&run->context->lexicon, token_at(run, i), "sein") ||
            has_lemma(&run->context->lexicon, token_at(run, i), "scheinen") ||
            has_lemma(&run->context->lexicon, token_at(run, i), "bleiben"))
            return true;
    return false;
}

/* "daran arbeiten", "dazu aufgerufen": announces what follows the comma. */
static bool is_announced(const struct check_run *run, size_t first, size_t comma)
{
    if (is_relative_pronoun(run->doc, first) || in_list_lower(run, LIST_QUESTION_WORDS, first) ||
        !holds_verb(run, first, comma - is_bare_infinitive(run->doc, comma - 1)))
        return false;
    for (size_t i = first; i < comma; i++)
        if (in_list(run, LIST_ADVERBS_BEFORE_ZU, i))
            return true;
    return false;
}

/* "erlaubt dem Trainer", "befahl den Soldaten": the verb in the second place, and no other up to the comma. */
static bool has_object_alone(const struct check_run *run, size_t first, size_t comma)
{
    size_t verb = 0;

    if (first != sentence_first(run, comma) || token_is(token_at(run, first), POS_SUBORDINATOR))
        return false;
    for (size_t i = first + 1; i < comma; i++) {
        if (verb == 0 && is_verb_there(run, i))
            verb = i;
        else if (verb != 0 && (may_be_finite(token_at(run, i)) || is_past_participle(token_at(run, i))) &&
                 !token_is(token_at(run, i), POS_DETERMINER) && !is_inflected_adjective(token_at(run, i)))
            return false;
    }
    return verb != 0 && lemma_in(run, verb, LIST_VERBS_BEFORE_ZU) && token_at(run, verb)->analysis.particle == NO_ID;
}

/* The prefix of a verb that closes its clause: "kündigt an". */
static bool is_prefix_before_zu(const struct check_run *run, size_t last)
{
    const struct token *token = token_at(run, last);

    if (token->analysis.particle == NO_ID || !token_is(token, POS_PREFIX))
        return false;
    uint32_t joined = token_at(run, token->analysis.particle)->analysis.joined;

    return joined != NO_ID &&
           in_word_list(&run->context->lexicon, LIST_VERBS_BEFORE_ZU, lemma_text(&run->context->lexicon, joined));
}

/* A verb that ends its clause: "plant", "hat beschlossen", "bemüht habe", "will versuchen", "weigert sich". */
static bool is_verb_before_zu(const struct check_run *run, size_t last)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = token_at(run, last);

    while (token > token_at(run, sentence_first(run, last)) + 1 &&
           (slice_equal(token_text(run->doc, token), SLICE("sich")) ||
            slice_equal(token_text(run->doc, token), SLICE("nicht")) ||
            slice_equal(token_text(run->doc, token), SLICE("es"))))
        token--; /* "gelang es nicht" */
    if (token_is(token, POS_AUXILIARY) && is_past_participle(&token[-1]))
        token--;
    return token->analysis.particle == NO_ID &&
           (may_be_finite(token) || is_participle_of(lexicon, token, LIST_VERBS_BEFORE_ZU)) &&
           has_lemma_of(lexicon, token, LIST_VERBS_BEFORE_ZU);
}

/* A verb or preposition stands before the noun: it is part of a clause. */
static bool is_governed(const struct check_run *run, size_t first, size_t noun)
{
    for (size_t i = first; i < noun; i++)
        if (token_is(token_at(run, i), POS_PREPOSITION))
            return true;
    return holds_verb(run, first, noun);
}

/* The word that the infinitive depends on ends its clause, or is announced in it. */
static bool wants_infinitive(const struct check_run *run, size_t comma)
{
    size_t last = comma - 1, first = stretch_first(run, last);

    if (last == first || !same_sentence(run, last - 1, last) ||
        ((token_at(run, last)->flags ^ token_at(run, comma + 1)->flags) & TOKEN_QUOTED) != 0)
        return false;
    if (slice_equal(lower_at(run, first), SLICE("wie")) || slice_equal(lower_at(run, first), SLICE("so")))
        return false; /* ", wie sie vorschlug," */
    if (is_announced(run, first, comma) || has_object_alone(run, first, comma))
        return true;
    if (is_capitalised(token_at(run, last))) /* "hat die Absicht", "es ist unser Ziel" */
        return (in_list(run, LIST_NOUNS_WITH_INFINITIVE, last) && is_governed(run, first, last)) ||
               (slice_equal(lower_at(run, first), SLICE("es")) && has_copula(run, first + 1, last));
    return is_prefix_before_zu(run, last) || is_verb_before_zu(run, last) ||
           (in_list(run, LIST_ADJECTIVES_WITH_ZU, last) && has_copula(run, first, last));
}

/* "es ist zu früh", "es sei falsch": what an infinitive can be said of. */
static bool is_said_of_es(const struct check_run *run, size_t first, size_t comma)
{
    const struct token *last = token_at(run, comma - 1);

    return has_bare_adjective(last) && has_copula(run, first, comma - 1) && !token_is(last, POS_PREFIX) &&
           (slice_equal(lower_at(run, first), SLICE("es")) || text_is(run, first + 1, "es") ||
            text_is(run, first + 2, "es"));
}

/* A plural that may be the subject: "…, die Preise steigen" is what somebody says; an adverb before the verb shows that
 * it is none ("…, die Preise noch im Mai senken"). */
static bool may_be_speech(const struct check_run *run, size_t first, size_t verbs)
{
    struct clause_phrase phrase;

    if (text_is(run, first, "sich"))
        return false;
    if (!read_clause_phrase(run, first, &phrase))
        return !token_is(token_at(run, first), POS_PREPOSITION);
    if ((phrase.cases & CASE_NOM) == 0 || phrase.numbers == NUMBER_SG || phrase.prepositional)
        return false;
    if (!lemma_in(run, verbs, LIST_ACCUSATIVE_VERBS)) /* "…, die Preise dort steigen": no object */
        return true;
    for (size_t i = phrase.end; i < verbs; i++)
        if (token_is(token_at(run, i), POS_ADVERB) && !token_is(token_at(run, i), POS_PREPOSITION) &&
            !token_is(token_at(run, i), POS_ADJECTIVE))
            return false;
    return true;
}

/* "versuchte aber, die Schuld auf andere schieben", "Es sei zu früh, über den Täter spekulieren": behind a main clause
 * that ends in no noun, the infinitive can be nothing else than one that depends on it. */
static bool follows_main_clause(const struct check_run *run, size_t comma, size_t verbs)
{
    size_t first = stretch_first(run, comma - 1), verb = first;
    const struct token *last = token_at(run, comma - 1);

    if (first != sentence_first(run, comma) || comma < first + 2 || is_capitalised(last) ||
        token_is(last, POS_PRONOUN) || (last->flags & TOKEN_QUOTED) != 0 ||
        clause_opener(run, (struct stretch){ first, comma }) != NO_OPENER ||
        in_list_lower(run, LIST_QUESTION_WORDS, first) || token_is(last, POS_NUMERAL))
        return false;
    if (is_said_of_es(run, first, comma))
        return !may_be_speech(run, comma + 1, verbs);
    while (verb < comma && !is_surely_finite(token_at(run, verb)))
        verb++;
    return verb > first && verb < comma && !token_is(token_at(run, verb), POS_AUXILIARY) &&
           !lemma_in(run, verb, LIST_VERBS_WITH_BARE_INFINITIVE) && !may_be_speech(run, comma + 1, verbs) &&
           !has_sure_finite(run, verb + 1, comma);
}

/* ---- the check ---- */

/* "Von dem, was sie verstehen, | wollen sie nichts wissen": the part begins with a modal verb. */
static void report_verbs(const struct check_run *run, size_t verbs, size_t end)
{
    size_t first = stretch_first(run, verbs);

    if (lemma_in(run, first, LIST_MODAL_VERBS) && token_is_finite(token_at(run, first)))
        return;
    report(run, "check/missing-zu", tokens_span(run, verbs, end - 1));
}

/* Opened by um, ohne, anstatt, and not one of the words that go with um as a preposition. */
static bool has_opener(const struct check_run *run, size_t first, size_t end)
{
    return (text_is(run, first, "um") && !lemma_in(run, end - 1, LIST_WORDS_WITH_UM)) || text_is(run, first, "ohne") ||
           text_is(run, first, "anstatt");
}

/* "versprach, den Fall zu geprüft": behind zu a participle, which says of nothing how much. */
static bool is_participle_behind_zu(const struct check_run *run, size_t first, size_t end)
{
    return end >= first + 3 && text_is(run, end - 2, "zu") && is_past_participle(token_at(run, end - 1)) &&
           !token_is_verb_form(token_at(run, end - 1), VERB_INFINITIVE) && holds_no_verb(run, first, end - 2);
}

/* "der Befehl, den Nutzer verwenden, die …", "der Ort, dessen Namen Sie suchen": a relative clause, whose plural verb
 * looks like an infinitive. */
static bool is_bare_relative(const struct check_run *run, size_t first, size_t verbs, size_t end)
{
    const struct token *subject = token_at(run, first + 1);

    if (text_is(run, first, "dessen") || text_is(run, first, "deren"))
        return text_is(run, verbs - 1, "Sie") || text_is(run, verbs - 1, "wir") || text_is(run, verbs - 1, "sie");
    return token_is(token_at(run, first), POS_RELATIVE) && verbs == first + 2 && text_is(run, end, ",") &&
           is_person(&run->context->lexicon, subject) && is_plural_noun(subject);
}

static void check_behind_comma(const struct check_run *run, size_t comma)
{
    size_t first = comma + 1, end, verbs;
    bool opened;

    if (comma == 0 || first >= run->doc->token_count || !same_sentence(run, comma - 1, first))
        return;
    end = stretch_end(run, first);
    if (end < first + 2 || !ends_part(run, first, end))
        return;
    opened = has_opener(run, first, end);
    verbs = bare_verbs(run, first, end);
    if (verbs == end && !is_participle_behind_zu(run, first, end))
        return;
    if (opened ? is_relative_pronoun(run->doc, first + 1) || in_list(run, LIST_QUESTION_WORDS, first + 1)
               : !may_open_infinitive(run, comma) || verbs == first ||
                     !(wants_infinitive(run, comma) || (verbs < end && follows_main_clause(run, comma, verbs))))
        return;
    if (verbs == end)
        report(run, "check/infinitive-for-participle", tokens_span(run, end - 2, end - 1));
    else if (is_bare_relative(run, first, verbs, end))
        return;
    else if (!awaits_infinitive(run, comma) && !is_clause_open_before(run, comma) &&
             holds_no_verb(run, first + opened, verbs))
        report_verbs(run, verbs, end);
}

/* "Um die Kosten senken, …", "Ohne ein Wort sagen, …": the opening of the sentence. */
static void check_opening(const struct check_run *run, const struct sentence *sentence)
{
    size_t first = sentence->first_token, end = stretch_end(run, first), verbs;

    if ((!text_is(run, first, "Um") && !text_is(run, first, "Ohne") && !text_is(run, first, "Anstatt") &&
         !text_is(run, first, "Statt")) ||
        !text_is(run, end, ",") || end < first + 3 || lemma_in(run, end - 1, LIST_WORDS_WITH_UM))
        return;
    verbs = bare_verbs(run, first + 1, end);
    if (verbs < end && holds_no_verb(run, first + 1, verbs))
        report_verbs(run, verbs, end);
}

/* "den Park zu verlassen und sie in Ruhe lassen": the first of two has its zu, and no verb takes the second without
 * it. */
static void check_joined(const struct check_run *run, size_t first, size_t end)
{
    size_t und = end, verbs;

    for (size_t i = end - 1; i > first && und == end; i--)
        if (text_is(run, i, "und") || text_is(run, i, "oder"))
            und = i;
    if (und + 3 > end || und < first + 1 || !is_zu_infinitive(run->doc, und - 1) || !ends_part(run, first, end) ||
        token_is(token_at(run, first), POS_SUBORDINATOR) || token_is(token_at(run, first), POS_CONJUNCTION) ||
        is_relative_pronoun(run->doc, first) || in_list(run, LIST_QUESTION_WORDS, first))
        return;
    verbs = bare_verbs(run, und + 1, end);
    if (verbs == end || verbs == und + 1 || !holds_no_verb(run, und + 1, verbs) ||
        (in_list(run, LIST_NOMINATIVE_PRONOUNS, und + 1) && verbs < und + 4) || has_finite(run, und + 1, und + 2))
        return;
    for (size_t i = sentence_first(run, first); i < und; i++) {
        bool finite = is_verb_there(run, i) && !is_zu_infinitive(run->doc, i);

        if ((finite && i >= first) || lemma_in(run, i, LIST_MODAL_VERBS) ||
            lemma_in(run, i, LIST_VERBS_WITH_BARE_INFINITIVE))
            return;
    }
    report_verbs(run, verbs, end);
}

/* A verb of the singular before the comma, so that no plural goes on behind it: "erwägt". */
static bool is_singular_before(const struct check_run *run, size_t comma)
{
    const struct token *verb = token_at(run, comma - 1);

    return is_surely_finite(verb) && third_person_numbers(verb) == NUMBER_SG;
}

/* The verb of the main clause, with its prefix, is one on which no infinitive depends. */
static bool is_deed(const struct check_run *run, size_t verb)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    uint32_t joined = token_at(run, verb)->analysis.joined;

    return joined != NO_ID ? in_word_list(lexicon, LIST_VERBS_WITHOUT_ZU, lemma_text(lexicon, joined))
                           : lemma_in(run, verb, LIST_VERBS_WITHOUT_ZU);
}

/* A word of the main clause that an infinitive may depend on: "die Aufgabe", "bereit", "darauf", "es". */
static bool may_have_zu(const struct check_run *run, size_t i)
{
    const struct token *token = token_at(run, i);

    return text_is(run, i, "es") || text_is(run, i, "Es") || text_is(run, i, "das") ||
           in_list(run, LIST_ADVERBS_BEFORE_ZU, i) || in_list(run, LIST_PRONOMINAL_ADVERBS, i) ||
           (has_bare_adjective(token) && !token_is(token, POS_VERB)) || (token->flags & TOKEN_QUOTED) != 0 ||
           is_kind_of(run, i, LIST_NOUNS_WITH_INFINITIVE) || token_is(token, POS_SUBORDINATOR);
}

/* "Der Konzern verkauft Häuser, seine Schulden abzubauen": what people do something for has um. */
static void check_lost_um(const struct check_run *run, size_t comma)
{
    size_t first = comma + 1, end, verb;

    if (comma < 3 || !same_sentence(run, comma - 1, first + 2))
        return;
    end = stretch_end(run, first);
    verb = sentence_first(run, comma);
    if (stretch_first(run, comma - 1) != verb || !text_is(run, end, ".") || !is_zu_infinitive(run->doc, end - 1) ||
        in_list(run, LIST_INFINITIVE_OPENERS, first) || text_is(run, first, "als"))
        return;
    for (size_t i = verb; i < comma; i++)
        if (may_have_zu(run, i))
            return;
    for (size_t i = first; i < end; i++)
        if (is_finite_here(run, i) || token_is(token_at(run, i), POS_CONJUNCTION) ||
            in_list(run, LIST_QUESTION_WORDS, i))
            return;
    while (verb < comma && !is_surely_finite(token_at(run, verb)) &&
           !(is_finite_here(run, verb) && is_deed(run, verb))) /* "verkauft" */
        verb++;
    if (verb > sentence_first(run, comma) && verb < comma && is_deed(run, verb) &&
        !has_sure_finite(run, verb + 1, comma))
        report(run, "check/missing-um", tokens_span(run, comma, first));
}

/* "Seit er das angekündigt hat, laufen die Eltern": the verb before the comma ends a clause, and the main one follows.
 */
static bool ends_clause(const struct check_run *run, size_t comma)
{
    return token_is(token_at(run, stretch_first(run, comma - 1)), POS_SUBORDINATOR) ||
           (token_is(token_at(run, comma - 1), POS_AUXILIARY) && is_past_participle(token_at(run, comma - 2)));
}

/* "erwägt, senken die Gebühr": the infinitive stands before its object, as in English, and without zu. */
static void check_early_infinitive(const struct check_run *run, size_t comma)
{
    size_t first = comma + 1, end = stretch_end(run, first);
    struct noun_phrase object;

    if (comma < 2 || !same_sentence(run, comma - 1, first + 2) || !is_bare_infinitive(run->doc, first) ||
        ends_clause(run, comma) || !is_singular_before(run, comma) || !wants_infinitive(run, comma) ||
        !text_is(run, end, ".") ||
        clause_opener(run, (struct stretch){ stretch_first(run, comma - 1), comma }) != NO_OPENER ||
        !noun_phrase_at(run->doc, first + 1, &object) || !object.has_determiner || object.contracted ||
        (agreeing_cases(run->doc, &object, NULL) & (CASE_ACC | CASE_DAT)) == 0)
        return;
    for (size_t i = first + 1; i < end; i++)
        if (is_verb_there(run, i) || is_zu_infinitive(run->doc, i))
            return;
    report(run, "check/missing-zu", tokens_span(run, first, object.noun));
}

bool is_comma(const struct check_run *run, size_t i)
{
    return text_is(run, i, ",");
}

void check_missing_zu(const struct check_run *run)
{
    const struct document *doc = run->doc;

    for (size_t i = 0; i < doc->sentence_count; i++)
        check_opening(run, &doc->sentences[i]);
    for (size_t i = next_marked(run, MARK_COMMA, 0); i < doc->token_count; i = next_marked(run, MARK_COMMA, i + 1)) {
        check_behind_comma(run, i);
        check_early_infinitive(run, i);
        check_lost_um(run, i);
        if (same_sentence(run, i, i + 4))
            check_joined(run, i + 1, stretch_end(run, i + 1));
    }
}
