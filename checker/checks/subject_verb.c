/* Marks a subject whose number its verb does not have: "Die Preise steigt weiter", "Die Zahl der Toten sind gestiegen".
 * Only where the subject is certain: it opens its sentence, its verb stands right behind, and nothing else in the
 * clause could be the subject; or it is named behind a verb of saying ("…“, sagte die Händler"). */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"

/* What opens a sentence. */
struct subject {
    size_t first, end;     /* tokens, end exclusive: with what depends on it ("die Zahl der Toten") */
    size_t head;           /* its noun */
    uint32_t cases;        /* bits of CASE_ANY that it can stand in */
    uint32_t numbers;      /* bits of NUMBER_ANY */
    bool plural_attribute; /* a plural depends on it: "eine Reihe von Tests" */
    bool several;          /* two phrases with "und" */
};

/* Behind a preposition a noun is no subject. */
static bool in_prepositional_phrase(const struct document *doc, const struct noun_phrase *phrase)
{
    return phrase->contracted || (phrase->first > 0 && token_is(&doc->tokens[phrase->first - 1], POS_PREPOSITION));
}

/* "er", "das", "sie", but not "sich". */
static bool is_nominative_pronoun(const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (pos_of(features) == POS_PRONOUN && ((features & CASE_NOM) != 0 || (features & CASE_ANY) == 0))
            return true;
    }
    return false;
}

/* "hat Angst", "haben Recht": a bare noun behind haben is its object. */
static bool is_bare_object(const struct check_run *run, size_t verb, size_t index)
{
    return index == verb + 1 && token_is(&run->doc->tokens[index], POS_NOUN) &&
           has_lemma(&run->context->lexicon, &run->doc->tokens[verb], "haben");
}

/* "prüft die Beschwerden | der Anwohner": right behind a determined noun that stands without preposition. */
static size_t behind_attribute(const struct check_run *run, const struct noun_phrase *phrase)
{
    struct noun_phrase next;
    size_t end = behind_genitive(run->doc, phrase->noun + 1);

    if (end > phrase->noun + 1 || !phrase->has_determiner || phrase->contracted ||
        in_prepositional_phrase(run->doc, phrase) || is_adverbial_noun(run, phrase->noun) ||
        (agreeing_cases(run->doc, phrase, NULL) & CASE_ACC) == 0 || !same_clause(run->doc, phrase->noun, end) ||
        !text_is(run, end, "der") || !noun_phrase_at(run->doc, end, &next) ||
        (agreeing_cases(run->doc, &next, NULL) & CASE_GEN) == 0)
        return end;
    return next.noun + 1;
}

/* True when a token of the clause behind the verb could be the subject instead; numbers: those it would have to be. */
static bool may_hold_subject(const struct check_run *run, size_t verb, uint32_t wanted)
{
    const struct document *doc = run->doc;

    for (size_t i = verb + 1, end = stretch_end(run, verb); i < end;) {
        const struct token *token = &doc->tokens[i];
        struct noun_phrase phrase;
        uint32_t numbers;
        bool counted = i > verb + 1 && (doc->tokens[i - 1].kind == TOKEN_NUMBER ||
                                        token_is(&doc->tokens[i - 1], POS_NUMERAL)); /* "um acht Prozent" */
        bool preposition = token_is(&doc->tokens[i - 1 - counted], POS_PREPOSITION);

        if (noun_phrase_at(doc, i, &phrase) && !is_bare_object(run, verb, i)) {
            if (!in_prepositional_phrase(doc, &phrase) && (agreeing_cases(doc, &phrase, &numbers) & CASE_NOM) != 0 &&
                (numbers & wanted) != 0)
                return true;
            i = behind_attribute(run, &phrase);
            continue;
        }
        bool other = bare_noun_at(doc, i, &phrase) &&
                     (is_adverbial_noun(run, i) || ((agreeing_numbers(doc, &phrase, CASE_NOM) & wanted) == 0 &&
                                                    (agreeing_cases(doc, &phrase, NULL) & CASE_NOM) != 0));

        if (!preposition && !is_bare_object(run, verb, i) && !other &&
            (token_is(token, POS_NOUN) || token_is(token, POS_NAME) || is_nominative_pronoun(token) ||
             token->analysis.reading_count == 0 || (token->flags & TOKEN_CAPITAL) != 0))
            return true;
        i++;
    }
    return false;
}

static bool is_measure(const struct check_run *run, size_t index)
{
    return in_list(run, LIST_MEASURES, index) || in_list(run, LIST_SCALES, index) ||
           in_list(run, LIST_SPANS_OF_TIME, index);
}

/* "Drei Männer", "12 Menschen": a number with a plural noun that is no measure ("Drei Jahre dauerte der Streit"). */
static bool numbered_subject_at(const struct check_run *run, size_t first, struct subject *out)
{
    const struct document *doc = run->doc;
    const struct token *number = &doc->tokens[first];
    struct noun_phrase rest;

    if ((number->kind != TOKEN_NUMBER && !token_is(number, POS_NUMERAL)) || token_is(number, POS_DETERMINER) ||
        (number->flags & TOKEN_ORDINAL) != 0 || !same_clause(doc, first, first + 1) ||

        !noun_at(doc, first + 1, &rest) || rest.has_determiner || is_measure(run, rest.noun))
        return false;
    out->cases = agreeing_cases(doc, &rest, &out->numbers);
    out->head = rest.noun;
    out->end = rest.noun + 1;
    out->numbers &= NUMBER_PL;
    return out->numbers != 0;
}

static bool plain_subject_at(const struct check_run *run, size_t first, struct subject *out)
{
    struct noun_phrase phrase;

    *out = (struct subject){ .first = first };
    if (numbered_subject_at(run, first, out))
        return true;
    if (plural_name_at(run, first, &out->end)) {
        out->head = out->end - 1;
        out->cases = CASE_NOM | CASE_ACC;
        out->numbers = NUMBER_PL;
        return true;
    }
    if (!noun_phrase_at(run->doc, first, &phrase) || !phrase.has_determiner || phrase.contracted)
        return false;
    out->cases = agreeing_cases(run->doc, &phrase, &out->numbers);
    if ((out->cases & CASE_NOM) != 0)
        out->numbers = agreeing_numbers(run->doc, &phrase, CASE_NOM);
    out->head = phrase.noun;
    out->end = phrase.noun + 1;
    return true;
}

/* Takes what depends on the subject: genitives and phrases with von. Others ("mit", "in") may be adverbials. */
static void take_attributes(const struct check_run *run, struct subject *subject)
{
    const struct document *doc = run->doc;
    struct noun_phrase phrase;
    uint32_t numbers;

    while (same_clause(doc, subject->first, subject->end)) {
        bool von = text_is(run, subject->end, "von") || text_is(run, subject->end, "vom");
        size_t at = subject->end + text_is(run, subject->end, "von");

        if (!same_clause(doc, subject->first, at))
            return;
        if (!noun_phrase_at(doc, at, &phrase) && !(von && bare_noun_at(doc, at, &phrase)))
            return;
        if (!von && !phrase.has_determiner)
            return;
        if ((agreeing_cases(doc, &phrase, &numbers) & (von ? CASE_DAT : CASE_GEN)) == 0)
            return;
        subject->plural_attribute = subject->plural_attribute || (numbers & NUMBER_PL) != 0;
        subject->end = phrase.noun + 1;
    }
}

/* "Die Gewerkschaft, die Liga und der Verband": a row of phrases, each with a determiner; *end is behind its last.
 * False for "Der Minister, ein Arzt und Vater" and for what is not sure to be a row of nominatives. */
static bool take_row(const struct check_run *run, const struct subject *subject, size_t *end)
{
    struct subject next;
    size_t at = subject->end;
    bool last = false;

    for (size_t count = 0; !last; count++) {
        last = text_is(run, at, "und");
        if ((!last && !text_is(run, at, ",")) || !same_sentence(run, subject->first, at + 2) || (last && count == 0) ||
            !plain_subject_at(run, at + 1, &next) || (next.cases & CASE_NOM) == 0 ||
            slice_starts(text_at(run, at + 1), SLICE("ein")) || token_is(&run->doc->tokens[next.end], POS_RELATIVE))
            return false;
        take_attributes(run, &next);
        at = next.end;
    }
    *end = at;
    return true;
}

static void check_row(const struct check_run *run, const struct sentence *sentence)
{
    struct subject subject;
    size_t verb;

    if (sentence->token_count < 8 || !plain_subject_at(run, sentence->first_token, &subject) ||
        (subject.cases & CASE_NOM) == 0 || !text_is(run, subject.end, ",") || !take_row(run, &subject, &verb) ||
        finite_numbers(&run->doc->tokens[verb]) != NUMBER_SG || !may_be_finite(&run->doc->tokens[verb]) ||
        may_hold_subject(run, verb, NUMBER_SG))
        return;
    report(run, "check/subject-verb", tokens_span(run, subject.first, verb));
}

/* "Das Unternehmen und seine Tochter": each with a determiner of its own, so that both are meant. */
static void take_second_subject(const struct check_run *run, struct subject *subject)
{
    struct subject second;

    if (!text_is(run, subject->end, "und") || !same_clause(run->doc, subject->first, subject->end + 1) ||
        !plain_subject_at(run, subject->end + 1, &second) || (second.cases & subject->cases & CASE_NOM) == 0)
        return;
    take_attributes(run, &second);
    subject->end = second.end;
    subject->numbers = NUMBER_PL;
    subject->several = true;
}

/* "eine Reihe von Tests", "die Hälfte der Gäste": the verb may follow what is counted; behind "der", "die", "das" only
 * where the noun says a share of it ("Der Anteil der Frauen steigt"). */
static bool is_quantity(const struct check_run *run, size_t first, size_t head)
{
    static const char *const definite[] = { "der", "die", "das", "dieser", "diese", "dieses" };
    const struct lexicon *lexicon = &run->context->lexicon;

    if (!has_lemma_of(lexicon, token_at(run, head), LIST_QUANTITIES))
        return false;
    for (size_t i = 0; i < sizeof(definite) / sizeof(*definite); i++)
        if (slice_equal(lower_at(run, first), slice_of(definite[i])))
            return has_lemma_of(lexicon, token_at(run, head), LIST_SHARES);
    return true;
}

/* "Die Mehrheit der Wähler sind": with a noun of quantity the verb may follow what is counted. */
static bool may_follow_attribute(const struct check_run *run, const struct subject *subject)
{
    return subject->plural_attribute && is_quantity(run, subject->first, subject->head);
}

/* Another finite verb between the words of one clause: a mark is missing there, or a word is read wrongly. */
static bool may_hold_second_clause(const struct check_run *run, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (is_surely_finite(token_at(run, i)))
            return true;
    return false;
}

/* "Der Mann sind … verhaftet worden", "Der Bau werden … beginnen": no copula, but an auxiliary with its verb at the
 * end. */
static bool is_auxiliary_of_verb(const struct check_run *run, size_t finite)
{
    size_t end = stretch_end(run, finite), last = end - 1;
    const struct token *token = token_at(run, last);

    return last > finite + 1 && token_is(token_at(run, finite), POS_AUXILIARY) && (token->flags & TOKEN_CAPITAL) == 0 &&
           !text_is(run, last, "gewesen") && !text_is(run, last, "sein") && !text_is(run, last, "bleiben") &&
           !text_is(run, last, "geblieben") && !is_zu_infinitive(run->doc, last) &&
           (token_is_verb_form(token, VERB_PARTICIPLE2) || token_is_verb_form(token, VERB_INFINITIVE)) &&
           !may_hold_second_clause(run, finite + 1, end);
}

/* "Der Fahrer haben", "Der Verein planen": nothing but a nominative, and no noun that may be said of another ("Der
 * Grund sind die Kosten"): whatever else the clause holds, this is its subject. */
static bool is_surely_subject(const struct check_run *run, const struct subject *subject)
{
    const struct token *verb = &run->doc->tokens[subject->end];
    size_t end;

    if (plural_name_at(run, subject->first, &end) && end == subject->end) /* "Die Niederlande hat ihre Grenze" */
        return slice_starts(text_at(run, end + 1), SLICE("ihr"));
    if (subject->cases == CASE_NOM && subject->numbers == NUMBER_SG && !subject->plural_attribute &&
        !is_adverbial_noun(run, subject->head) && !subject->several && is_auxiliary_of_verb(run, subject->end) &&
        !has_lemma_of(&run->context->lexicon, &run->doc->tokens[subject->head], LIST_QUANTITIES))
        return true;
    return subject->cases == CASE_NOM && !subject->plural_attribute && !is_adverbial_noun(run, subject->head) &&
           !has_lemma_of(&run->context->lexicon, verb, LIST_COPULAS) &&
           !has_lemma(&run->context->lexicon, verb, "sein") && !has_lemma(&run->context->lexicon, verb, "werden") &&
           has_lemma_of(&run->context->lexicon, &run->doc->tokens[subject->head], LIST_COLLECTIVES);
}

/* "Die Polizei haben im Park sieben Verdächtige festgenommen": a body of people that English has as a plural, and what
 * follows is new: "die Polizei riefen mehrere Nachbarn" is said of simple tenses. */
static bool is_english_plural(const struct check_run *run, const struct subject *subject)
{
    const struct document *doc = run->doc;
    size_t end = stretch_end(run, subject->end);
    const struct token *verb = &doc->tokens[subject->end];
    struct noun_phrase phrase;

    if ((subject->cases & CASE_NOM) == 0 || subject->several || third_person_numbers(verb) != NUMBER_PL ||
        !has_lemma(&run->context->lexicon, verb, "haben") || end < subject->end + 3 ||
        !has_lemma_of(&run->context->lexicon, &doc->tokens[subject->head], LIST_COLLECTIVES) ||
        !token_is_verb_form(&doc->tokens[end - 1], VERB_PARTICIPLE2))
        return false;
    for (size_t i = subject->end + 1; i + 1 < end; i++) {
        if ((noun_phrase_at(doc, i, &phrase) && phrase.has_determiner && !in_prepositional_phrase(doc, &phrase) &&
             (agreeing_numbers(doc, &phrase, CASE_NOM) & NUMBER_PL) != 0) ||
            is_nominative_pronoun(&doc->tokens[i]) || doc->tokens[i].analysis.reading_count == 0)
            return false;
    }
    return true;
}

static bool ends_sentence_part(const struct document *doc, size_t index)
{
    return index >= doc->token_count || doc->tokens[index].sentence != doc->tokens[index - 1].sentence ||
           doc->tokens[index].kind == TOKEN_PUNCTUATION;
}

/* "Der Regierung hat den Plan beschlossen": the phrase can't be the subject, nor can anything else be. Only with haben
 * and a participle at the end: passives and verbs of feeling go without subject ("Den Opfern wurde geholfen"). */
static bool lacks_subject(const struct check_run *run, const struct subject *subject)
{
    const struct document *doc = run->doc;
    size_t last = stretch_end(run, subject->end) - 1;
    uint32_t wanted = third_person_numbers(&doc->tokens[subject->end]);

    if (subject->cases == 0 || (subject->cases & CASE_NOM) != 0 || wanted == 0 ||
        !has_lemma(&run->context->lexicon, &doc->tokens[subject->end], "haben"))
        return false;
    return last > subject->end + 2 && text_is(run, last + 1, ".") &&
           token_is_verb_form(&doc->tokens[last], VERB_PARTICIPLE2) && !token_is(&doc->tokens[last - 1], POS_ADVERB) &&
           !may_hold_subject(run, subject->end, wanted);
}

/* "Die Regierung planen neue Steuern": the word may be an adjective ("die Preise guter Weine"), but no noun behind it
 * agrees with it, and the sentence has no other verb. */
static uint32_t verb_numbers(const struct check_run *run, size_t index)
{
    const struct document *doc = run->doc;
    uint32_t wanted = third_person_numbers(&doc->tokens[index]);
    struct noun_phrase phrase;

    if (wanted != 0 || (doc->tokens[index].flags & TOKEN_CAPITAL) != 0 ||
        !is_inflected_adjective(&doc->tokens[index]) || token_is(&doc->tokens[index], POS_DETERMINER) ||
        token_is_verb_form(&doc->tokens[index], VERB_PARTICIPLE2) || token_is(&doc->tokens[index], POS_PREPOSITION) ||
        !same_clause(doc, index, index + 1) || doc->tokens[index + 1].kind == TOKEN_PUNCTUATION ||
        (noun_phrase_at(doc, index, &phrase) && strong_cases(doc, &phrase) != 0))
        return wanted;
    for (size_t i = index + 1; i < doc->token_count && doc->tokens[i].sentence == doc->tokens[index].sentence; i++)
        if (may_be_finite(&doc->tokens[i]) || token_is(&doc->tokens[i], POS_CONJUNCTION))
            return wanted;
    return finite_numbers(&doc->tokens[index]);
}

static bool check_opening(const struct check_run *run, const struct sentence *sentence)
{
    const struct document *doc = run->doc;
    struct subject subject;

    size_t first = sentence->first_token;

    if (sentence->token_count < 4)
        return false;
    first += (doc->tokens[first].flags & TOKEN_OPENING) != 0; /* „ */
    if (!plain_subject_at(run, first, &subject))
        return false;
    take_attributes(run, &subject);
    take_second_subject(run, &subject);
    if (!same_clause(doc, subject.first, subject.end))
        return false;
    const struct token *verb = &doc->tokens[subject.end];
    uint32_t wanted = verb_numbers(run, subject.end);
    /* "Eine Karte anzeigen kann das Gerät nicht" */
    /* and, in a recipe, "Die Sahne schlagen und kühlen" */
    bool infinitive =
        token_is_verb_form(verb, VERB_INFINITIVE) &&
        (!same_clause(doc, subject.end, subject.end + 1) ||
         (may_be_finite(&verb[1]) && !is_inflected_adjective(&verb[1]) && !token_is(&verb[1], POS_DETERMINER)) ||
         verb[1].kind == TOKEN_PUNCTUATION || token_is(&verb[1], POS_CONJUNCTION));

    /* "(ich habe …,) die Bilder belichtet und" */
    bool participle = token_is_verb_form(verb, VERB_PARTICIPLE2) &&
                      (!same_clause(doc, subject.end, subject.end + 1) || token_is(&verb[1], POS_CONJUNCTION));

    if (wanted == 0 || infinitive || participle ||
        ((subject.cases & CASE_NOM) != 0 ? (wanted & subject.numbers) != 0 || may_follow_attribute(run, &subject) ||
                                               (may_hold_subject(run, subject.end, wanted) &&
                                                !is_surely_subject(run, &subject) && !is_english_plural(run, &subject))
                                         : !lacks_subject(run, &subject)))
        return false;
    report(run, "check/subject-verb", (struct span){ doc->tokens[subject.first].span.start, verb->span.end });
    return true;
}

/* "…“, sagte die Händler." */
static void check_speaker(const struct check_run *run, size_t verb)
{
    const struct document *doc = run->doc;
    struct noun_phrase speaker;
    uint32_t numbers, wanted;

    /* Without a quotation only "sagen": other verbs may have an object there ("…, schrieben die Serie"). */
    if (verb == 0 || doc->tokens[verb - 1].kind != TOKEN_PUNCTUATION || !is_surely_finite(&doc->tokens[verb]) ||
        ((doc->tokens[verb - 1].flags & TOKEN_CLOSING) == 0 &&
         !has_lemma(&run->context->lexicon, &doc->tokens[verb], "sagen")) ||
        !token_in_list(&run->context->lexicon, LIST_VERBS_OF_SAYING, &doc->tokens[verb]) ||
        !same_clause(doc, verb, verb + 1) || !noun_phrase_at(doc, verb + 1, &speaker) || !speaker.has_determiner ||
        speaker.contracted || !ends_sentence_part(doc, speaker.noun + 1))
        return;
    wanted = third_person_numbers(&doc->tokens[verb]);
    if (wanted == 0 || (agreeing_cases(doc, &speaker, &numbers) & CASE_NOM) == 0 || (numbers & wanted) != 0)
        return;
    report(run, "check/subject-verb", tokens_span(run, verb, speaker.noun));
}

/* "Er haben", "Wir hat": a pronoun that can only be the subject, and its verb. */
static void check_pronoun(const struct check_run *run, size_t first)
{
    const struct document *doc = run->doc;
    uint32_t persons = 0, numbers = 0;

    if (!same_clause(doc, first, first + 1) || (doc->tokens[first].flags & TOKEN_SENTENCE_START) == 0 ||
        !lower_in_list(&run->context->lexicon, LIST_SUBJECT_PRONOUNS, &doc->tokens[first]))
        return;
    const struct token *pronoun = &doc->tokens[first], *verb = &doc->tokens[first + 1];

    if (third_person_numbers(verb) == 0)
        return;
    for (uint16_t i = 0; i < pronoun->analysis.reading_count; i++)
        if (pos_of(pronoun->analysis.readings[i].features) == POS_PRONOUN) {
            numbers |= pronoun->analysis.readings[i].features & NUMBER_ANY;
            persons |= pronoun->analysis.readings[i].features & (PERSON_1 | PERSON_2 | PERSON_3);
        }
    for (uint16_t i = 0; i < verb->analysis.reading_count; i++) {
        uint32_t features = verb->analysis.readings[i].features;

        if ((features & persons) != 0 && (features & numbers) != 0 && verb_form_of(features) != VERB_IMPERATIVE)
            return;
    }
    report(run, "check/subject-verb", (struct span){ pronoun->span.start, verb->span.end });
}

/* "er", "man": singular for sure, as "sie" and "es" are not. "wir" is the plural. */
static uint32_t number_of_pronoun(const struct check_run *run, size_t index)
{
    if (text_is(run, index, "er") || text_is(run, index, "man"))
        return NUMBER_SG;
    return text_is(run, index, "wir") ? NUMBER_PL : 0;
}

/* "als er sind nur wenige", "sie und er sind": the pronoun is not the subject, or not all of it. */
static bool may_be_part(const struct check_run *run, size_t pronoun)
{
    const struct token *before = token_at(run, pronoun - 1);

    return before->kind == TOKEN_WORD && !text_is(run, pronoun - 1, "dass") && !text_is(run, pronoun - 1, "weil") &&
           !text_is(run, pronoun - 1, "aber") && !text_is(run, pronoun - 1, "wenn") &&
           !text_is(run, pronoun - 1, "denn") && !text_is(run, pronoun - 1, "ob");
}

/* "Zuvor waren er", ", aber wir wird": an auxiliary and a pronoun side by side, within the sentence. */
static void check_pronoun_beside(const struct check_run *run, size_t verb)
{
    if (!token_is(token_at(run, verb), POS_AUXILIARY))
        return;
    uint32_t wanted = third_person_numbers(token_at(run, verb)), numbers;
    bool sure = is_surely_finite(token_at(run, verb));

    if (wanted == 0 || wanted == NUMBER_ANY)
        return;
    if (same_clause(run->doc, verb, verb + 1) && (numbers = number_of_pronoun(run, verb + 1)) != 0) {
        const struct token *next = verb + 2 < run->doc->token_count ? token_at(run, verb + 2) : NULL;
        bool part = next != NULL && (token_is(next, POS_CONJUNCTION) || next->kind != TOKEN_WORD);

        if ((numbers & wanted) == 0 && !part && (sure || !may_hold_second_clause(run, stretch_first(run, verb), verb)))
            report(run, "check/subject-verb", tokens_span(run, verb, verb + 1));
        return;
    }
    if (verb < 2 || verb - 1 == sentence_first(run, verb) || !same_clause(run->doc, verb - 1, verb) ||
        (numbers = number_of_pronoun(run, verb - 1)) == 0 || (numbers & wanted) != 0 || may_be_part(run, verb - 1))
        return;
    bool last = verb + 1 == stretch_end(run, verb);
    bool opens = token_at(run, verb - 2)->kind != TOKEN_WORD || text_is(run, verb - 2, "aber");

    if (sure || (opens && !last && !may_hold_second_clause(run, verb + 1, stretch_end(run, verb))))
        report(run, "check/subject-verb", tokens_span(run, verb - 1, verb));
}

/* ---- "wurden der Fahrer verletzt" ---- */

/* What follows may make two of one: "wurden der Fahrer und sein Sohn", "wurden der Fahrer, sein Sohn". */
static bool may_be_joined(const struct check_run *run, size_t index)
{
    size_t end = stretch_end(run, index);
    const struct token *last = token_at(run, end - 1);

    for (size_t i = index; i < end; i++) {
        if (token_is_verb_form(token_at(run, i), VERB_PARTICIPLE2) && text_is(run, i + 1, "und"))
            return false; /* "wurden der Fahrer verletzt und befragt" */
        if (token_is(token_at(run, i), POS_CONJUNCTION))
            return true;
    }
    return text_is(run, end, ",") && !token_is_verb_form(last, VERB_PARTICIPLE2) &&
           !token_is_verb_form(last, VERB_INFINITIVE);
}

/* "Die Brüder wurden der Schrecken der Stadt": a second nominative says what the subject is. */
static bool may_be_copula(const struct check_run *run, size_t verb)
{
    const struct lexicon *lexicon = &run->context->lexicon;

    return has_lemma(lexicon, token_at(run, verb), "sein") ||
           (!has_lemma(lexicon, token_at(run, verb), "haben") && !is_auxiliary_of_verb(run, verb));
}

/* Nothing but the nominative of one, right behind an auxiliary of more: it is the subject, and no object. */
static void check_nominative_behind(const struct check_run *run, size_t verb)
{
    const struct document *doc = run->doc;
    struct noun_phrase phrase;
    uint32_t numbers;

    if (finite_numbers(token_at(run, verb)) != NUMBER_PL || !same_clause(doc, verb, verb + 2) ||
        !noun_phrase_at(doc, verb + 1, &phrase) || !phrase.has_determiner || phrase.contracted ||
        agreeing_cases(doc, &phrase, &numbers) != CASE_NOM || numbers != NUMBER_SG ||
        has_lemma_of(&run->context->lexicon, token_at(run, phrase.noun), LIST_QUANTITIES) ||
        is_measure(run, phrase.noun) || may_be_copula(run, verb) || may_be_joined(run, phrase.noun + 1))
        return;
    report(run, "check/subject-verb", tokens_span(run, verb, phrase.noun));
}

/* ---- whole clauses ---- */

/* "es", "das", "was", "wer": they may stand beside a plural ("Das sind Freunde", "Wer sind die Leute"). */
static bool takes_any_number(const struct check_run *run, const struct clause_phrase *phrase)
{
    return lower_in_list(&run->context->lexicon, LIST_SUBJECTS_OF_ANY_NUMBER, &run->doc->tokens[phrase->head]);
}

/* "Eine Reihe von Tests", "jede Frau und jeder Mann", "zehn Prozent": the verb may follow either number. */
static bool is_of_any_number(const struct check_run *run, const struct clause *clause,
                             const struct clause_phrase *phrase)
{
    struct slice first = token_text(run->doc, &run->doc->tokens[phrase->first]);

    if (is_quantity(run, phrase->first, phrase->head) || is_measure(run, phrase->head))
        return true;
    if (!phrase->several)
        return false;
    /* "Mieten und Strom kostet", "die Frau und ihr Mann lacht" */
    return slice_starts(first, SLICE("Jed")) || slice_starts(first, SLICE("jed")) ||
           slice_starts(first, SLICE("Kein")) || slice_starts(first, SLICE("kein")) || phrase->first > clause->finite ||
           (!phrase->plural && (!phrase->determined || slice_equal(first, SLICE("Das"))));
}

/* What follows the clause may be its subject: "Den Mann stört, dass", "Den Chef freut, wenn", "…, ihn zu sehen". */
static bool may_have_clause_as_subject(const struct check_run *run, const struct clause *clause)
{
    size_t next = clause->end + 1;

    if (text_is(run, clause->end, ".") || text_is(run, clause->end, "!"))
        return false;
    if (!text_is(run, clause->end, ",") || !same_sentence(run, clause->end, next))
        return true;
    bool adverbial = text_is(run, next, "um") || text_is(run, next, "nachdem") || text_is(run, next, "weil") ||
                     text_is(run, next, "während") || text_is(run, next, "obwohl") || text_is(run, next, "bevor") ||
                     text_is(run, next, "aber") || text_is(run, next, "wobei") || text_is(run, next, "damit") ||
                     text_is(run, next, "sondern") || text_is(run, next, "doch") || text_is(run, next, "und");

    return !adverbial;
}

/* "1990 markiert den Anfang" */
static bool holds_year(const struct check_run *run, const struct clause *clause)
{
    for (size_t i = clause->first; i < clause->end; i++)
        if (token_at(run, i)->kind == TOKEN_NUMBER && digits_at(text_at(run, i), 0) == 4 && text_at(run, i).len == 4)
            return true;
    return false;
}

/* "Der" may belong to a noun whose gender a dictionary has wrong; "den", "einem" do not, nor "der Regierung". */
static bool is_surely_oblique(const struct check_run *run, const struct clause_phrase *phrase)
{
    static const char *const feminine[] = { "ung", "heit", "keit", "schaft", "tät", "ion", "partei" };
    struct slice first = text_at(run, phrase->first), head = text_at(run, phrase->head);

    if (slice_ends(first, SLICE("n")) || slice_ends(first, SLICE("m")))
        return true;
    for (size_t i = 0; i < sizeof(feminine) / sizeof(*feminine); i++)
        if (slice_ends(head, slice_of(feminine[i])))
            return slice_ends(first, SLICE("r"));
    return false;
}

/* Passives and copulas stand without a subject beside a dative ("Den Opfern wurde geholfen", "Dem Kind ist kalt"); an
 * accusative is wrong there. */
static bool may_lack_subject(const struct check_run *run, const struct clause *clause)
{
    const struct token *finite = token_at(run, clause->finite);

    return clause->passive || has_lemma(&run->context->lexicon, finite, "sein") ||
           has_lemma(&run->context->lexicon, finite, "werden");
}

/* "Den Präsidenten kündigte Sanktionen an", "Am Abend traf den Kanzler ein": a main clause without any nominative, that
 * has no clause behind it that could be the subject. */
static void check_missing_subject(const struct check_run *run, const struct clause *clause)
{
    const struct token *finite = token_at(run, clause->finite);
    const struct clause_phrase *object = NULL;
    bool only_accusative = may_lack_subject(run, clause);

    if (clause->order != CLAUSE_VERB_SECOND || may_have_clause_as_subject(run, clause) || holds_year(run, clause) ||
        clause_verb_in(run, clause, LIST_VERBS_WITHOUT_SUBJECT) || (finite_numbers(finite) & NUMBER_SG) == 0)
        return;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (phrase->prepositional && !(phrase->name && phrase->end == clause->finite)) /* "Von Thun entwirft" */
            continue;
        bool subject = (phrase->cases & CASE_NOM) != 0 && (phrase->numbers & finite_numbers(finite)) != 0;

        if (phrase->name || phrase->pronoun || phrase->cases == 0 || subject ||
            (!phrase->determined && (phrase->cases & CASE_NOM) == 0))
            return;
        if (is_surely_oblique(run, phrase) && !phrase->adverbial && object == NULL && (phrase->cases & CASE_NOM) == 0 &&
            (!only_accusative || phrase->cases == CASE_ACC))
            object = phrase;
    }
    if (object != NULL)
        report(run, "check/no-subject", tokens_span(run, object->first, object->end - 1));
}

/* "Der Markt für gebrauchte Geräte | wird": one phrase stands before the verb, with what depends on it. */
static bool opens_with_phrase(const struct clause *clause)
{
    const struct clause_phrase *phrases = clause->phrases;

    if (clause->count == 0 || phrases[0].first != clause->first || phrases[0].end > clause->finite)
        return false;
    for (size_t i = 1; i < clause->count && phrases[i].first < clause->finite; i++)
        if (!phrases[i].prepositional && (phrases[i].cases & CASE_GEN) == 0)
            return false;
    return true;
}

/* "Steigende Mieten und hoher Lohn belastet die Firma": what stands before the verb and can be nothing but a nominative
 * is the subject, whatever else the clause holds. A copula may follow what is said of it ("Der Grund sind die Preise").
 */
static bool is_only_subject(const struct check_run *run, const struct clause *clause)
{
    static const char *const copulas[] = { "sein", "werden", "bleiben", "heißen", "scheinen" };
    const struct clause_phrase *phrase = &clause->phrases[0];

    if (clause->order != CLAUSE_VERB_SECOND || !opens_with_phrase(clause) || phrase->cases != CASE_NOM ||
        phrase->pronoun || phrase->name || phrase->prepositional || phrase->adverbial ||
        (!phrase->determined && !phrase->several))
        return false;
    if (is_auxiliary_of_verb(run, clause->finite))
        return true;
    for (size_t i = 0; i < sizeof(copulas) / sizeof(*copulas); i++)
        if (has_lemma(&run->context->lexicon, token_at(run, clause->finite), copulas[i]))
            return false;
    return true;
}

/* A noun before the comma that has these numbers, and is feminine where it is a singular; also what is not known. */
static bool may_be_of_die(const struct check_run *run, size_t index, uint32_t wanted)
{
    const struct token *token = token_at(run, index);

    if (token_is(token, POS_NAME) || token_is(token, POS_PRONOUN) || token_is(token, POS_NUMERAL) ||
        token->kind == TOKEN_NUMBER || token->analysis.reading_count == 0 || text_is(run, index, "und"))
        return token->kind != TOKEN_PUNCTUATION;
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;
        bool feminine = (features & GENDER_F) != 0 || (features & GENDER_ANY) == 0;

        if ((pos_of(features) == POS_NOUN || (pos_of(features) == POS_ADJECTIVE && is_capitalised(token))) &&
            (features & wanted) != 0 && (wanted == NUMBER_PL || feminine))
            return true;
    }
    return false;
}

/* "der", "das", "die": a relative pronoun that may be a nominative. */
static bool has_subject_form(const struct check_run *run, const struct clause *clause)
{
    return text_is(run, clause->opener, "der") || text_is(run, clause->opener, "das") ||
           text_is(run, clause->opener, "die");
}

/* True when the relative pronoun may be the subject of a verb of these numbers: "die" with each that some word before
 * has, "der" and "das" with a singular. */
static bool may_be_relative_subject(const struct check_run *run, const struct clause *clause, uint32_t wanted)
{
    if (text_is(run, clause->opener, "den") || text_is(run, clause->opener, "dem") ||
        text_is(run, clause->opener, "denen"))
        return false;
    if (text_is(run, clause->opener, "der") || text_is(run, clause->opener, "das"))
        return wanted != NUMBER_PL;
    if (!text_is(run, clause->opener, "die") || wanted == NUMBER_ANY)
        return true;
    for (size_t i = sentence_first(run, clause->opener); i < clause->opener; i++)
        if (may_be_of_die(run, i, wanted))
            return true;
    return false;
}

/* "des Foo", "dem Foo"; "der Foo", "das Foo" beside a plural verb: whatever it is, it is not the subject. */
static bool can_be_no_subject(const struct check_run *run, const struct clause_phrase *phrase, uint32_t wanted)
{
    static const char *const oblique[] = { "des", "dem", "den", "einem", "einen", "eines", "einer" };
    static const char *const singular[] = { "der", "das", "ein", "eine" };
    struct slice first = lower_at(run, phrase->first);

    const struct token *last = token_at(run, phrase->end - 1);
    bool two_nouns = phrase->end - 1 > phrase->head && phrase->end > phrase->first + 2 && token_is(last, POS_NOUN) &&
                     !token_is(last, POS_NAME);

    if (phrase->several || phrase->first + 1 == phrase->end || two_nouns) /* "des Hauses Dach" */
        return false;
    for (size_t i = 0; i < sizeof(oblique) / sizeof(*oblique); i++)
        if (slice_equal(first, slice_of(oblique[i])))
            return true;
    for (size_t i = 0; i < sizeof(singular) / sizeof(*singular) && wanted == NUMBER_PL; i++)
        if (slice_equal(first, slice_of(singular[i])))
            return true;
    return false;
}

/* "Ein Foo | wurden": whatever the noun, the phrase that opens the clause is one thing. */
static bool is_one_before_verb(const struct check_run *run, const struct clause *clause,
                               const struct clause_phrase *phrase, uint32_t wanted)
{
    struct slice first = lower_at(run, phrase->first);

    return wanted == NUMBER_PL && clause->order == CLAUSE_VERB_SECOND && phrase->first == clause->first &&
           phrase->end == clause->finite && phrase->end == phrase->first + 2 &&
           (slice_equal(first, SLICE("ein")) || slice_equal(first, SLICE("eine")) || slice_equal(first, SLICE("das")));
}

/* "dass es wichtig sind", "Die Partei haben es abgelehnt": es and das stand beside a plural verb only where a plural
 * stands too, as in "Das sind Freunde"; "Es sind genug". */
static bool is_lone_expletive(const struct check_run *run, const struct clause *clause,
                              const struct clause_phrase *phrase, uint32_t wanted)
{
    if (wanted != NUMBER_PL || (!text_is(run, phrase->head, "es") && !text_is(run, phrase->head, "das")) ||
        phrase->end != phrase->first + 1 || clause->end < clause->first + 4)
        return false;
    bool object =
        phrase->first > clause->finite && has_lemma(&run->context->lexicon, token_at(run, clause->finite), "haben");

    if (!text_is(run, clause->end, ".") && clause->order == CLAUSE_VERB_SECOND && !object)
        return false;
    for (size_t i = clause->first; i < clause->end; i++)
        if (in_list(run, LIST_ADVERBS_OF_QUANTITY, i) || token_at(run, i)->kind == TOKEN_NUMBER ||
            token_is(token_at(run, i), POS_NUMERAL))
            return false;
    /* "das sind vor allem Nudeln" */
    for (size_t i = 0; i < clause->count && has_lemma(&run->context->lexicon, token_at(run, clause->finite), "sein");
         i++)
        if (clause->phrases[i].first > clause->finite && is_plural_noun(token_at(run, clause->phrases[i].head)))
            return false;
    return true;
}

/* "Viele Rentner wohnen möbliert": the participle, which looks finite too, says how; the verb stands before it. */
static bool is_participle_behind_verb(const struct check_run *run, const struct clause *clause)
{
    size_t finite = clause->finite;

    return clause->order == CLAUSE_VERB_SECOND && finite > clause->first &&
           token_is_verb_form(token_at(run, finite), VERB_PARTICIPLE2) && may_be_finite(token_at(run, finite - 1)) &&
           (token_at(run, finite - 1)->flags & TOKEN_CAPITAL) == 0;
}

/* "Dort wird Karten verkauft", "alter Müll wurden gefunden": without determiner only in a passive, or right before the
 * verb; and an adjective must be a strong nominative. */
static bool is_bare_subject(const struct check_run *run, const struct clause *clause,
                            const struct clause_phrase *phrase)
{
    struct noun_phrase bare = { .first = phrase->first, .noun = phrase->head };

    bool opens = phrase->first == clause->first && phrase->end == clause->finite && phrase->first == phrase->head &&
                 clause->order == CLAUSE_VERB_SECOND && clause->end > clause->finite + 1 &&
                 !token_is(token_at(run, phrase->head), POS_NAME) && !is_english_token(token_at(run, phrase->head)) &&
                 !is_measure(run, phrase->head); /* "Fachleute sieht", but "Moore sieht" */

    if (phrase->several || !(clause->passive || opens))
        return false;
    /* "Virologen wurde vorgeworfen, …" */
    if (clause->passive && (phrase->cases & CASE_DAT) != 0 && clause_verb_in(run, clause, LIST_VERBS_OF_GIVING))
        return false;
    return phrase->first == phrase->head ? phrase->numbers == NUMBER_PL
                                         : (strong_cases(run->doc, &bare) & CASE_NOM) != 0;
}

/* "wenn sie kommen, aber nicht bleiben kann": the infinitive looks like a plural, and the finite verb comes later. "die
 * geprüft werden" is a whole. */
static bool may_go_on(const struct check_run *run, const struct clause *clause)
{
    const struct token *finite = token_at(run, clause->finite);
    bool whole = text_is(run, clause->end, ".") ||
                 (clause->verb != clause->finite && token_is_verb_form(token_at(run, clause->verb), VERB_PARTICIPLE2) &&
                  text_is(run, clause->end, ",") && same_sentence(run, clause->end, clause->end + 1) &&
                  !token_is(token_at(run, clause->end + 1), POS_CONJUNCTION));

    return clause->order == CLAUSE_VERB_LAST && token_is_verb_form(finite, VERB_INFINITIVE) &&
           (!whole || text_is(run, clause->opener, "als"));
}

/* "Nach Angaben der Polizei wurde drei Männer festgenommen", "weil die Preise gestiegen ist": no phrase of the clause
 * has the number of its verb, and one could be the subject but for that. */
static void check_clause(const struct check_run *run, const struct clause *clause)
{
    uint32_t wanted = finite_numbers(&run->doc->tokens[clause->finite]);
    const struct clause_phrase *subject = NULL;

    /* "wenn sie kommen, aber nicht bleiben kann": an infinitive looks like a plural. */
    bool sure = is_surely_finite(&run->doc->tokens[clause->finite]) ||
                token_is(&run->doc->tokens[clause->finite], POS_AUXILIARY);

    if (wanted == 0 || (clause->relative && !sure) || is_participle_behind_verb(run, clause) ||
        (clause->relative && may_be_relative_subject(run, clause, wanted)) || may_go_on(run, clause))
        return;
    size_t count = is_only_subject(run, clause) ? 1 : clause->count;

    for (size_t i = 0; i < count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        bool compared = phrase->adverbial && !phrase->determined && !phrase->counted && phrase->first > clause->first &&
                        (text_is(run, phrase->first - 1, "als") || text_is(run, phrase->first - 1, "wie"));

        bool singular = phrase->name && can_be_no_subject(run, phrase, wanted);

        if (singular && is_one_before_verb(run, clause, phrase, wanted))
            subject = phrase;
        if (phrase->prepositional || compared || singular)
            continue;
        if (phrase->name)
            return;
        if ((phrase->cases & CASE_NOM) == 0)
            continue;
        /* "Zu den Arten gehören der Wolf, der Bär …" */
        bool listed = phrase->first > clause->finite && wanted == NUMBER_PL && !text_is(run, clause->end, ".") &&
                      !text_is(run, clause->end, "und") && clause->order == CLAUSE_VERB_SECOND;
        if (in_list(run, LIST_ADVERBS_OF_QUANTITY, phrase->first)) /* "weniger Pollen" */
            return;
        bool pronoun =
            clause->order == CLAUSE_VERB_LAST && phrase->pronoun && number_of_pronoun(run, phrase->head) != 0;
        bool expletive = is_lone_expletive(run, clause, phrase, wanted);

        if (!expletive && (listed || (phrase->numbers & wanted) != 0 || is_of_any_number(run, clause, phrase) ||
                           (takes_any_number(run, phrase) && !pronoun) || phrase->adverbial))
            return;
        bool bare = is_bare_subject(run, clause, phrase); /* "Dort wird Karten verkauft" */

        if (phrase->pronoun ? expletive || pronoun : phrase->determined || phrase->counted || bare)
            subject = phrase;
    }
    if (subject == NULL) {
        if (clause->relative && has_subject_form(run, clause))
            report(run, "check/subject-verb", tokens_span(run, clause->opener, clause->finite));
        else
            check_missing_subject(run, clause);
        return;
    }
    size_t verb = clause->finite;

    report(run, "check/subject-verb",
           subject->first < verb ? tokens_span(run, subject->first, verb) : tokens_span(run, verb, subject->end - 1));
}

/* "Letzter Monat hat der Rat beschlossen": a time in the nominative, and a subject behind the verb. */
static void check_nominative_time(const struct check_run *run, const struct sentence *sentence)
{
    const struct document *doc = run->doc;
    size_t first = sentence->first_token, verb = first + 2;
    struct noun_phrase subject;

    if (sentence->token_count < 6 || !same_clause(doc, first, verb) || !slice_ends(text_at(run, first), SLICE("er")) ||
        doc->tokens[first].kind != TOKEN_WORD ||
        (!in_list(run, LIST_SPANS_OF_TIME, first + 1) && !in_list(run, LIST_WEEKDAYS, first + 1) &&
         !in_list(run, LIST_MONTHS, first + 1)) ||
        !form_is(&run->context->lexicon, lower_at(run, first), POS_ADJECTIVE) ||
        token_is(&doc->tokens[first], POS_DETERMINER) || !may_be_finite(&doc->tokens[verb]) ||
        has_lemma(&run->context->lexicon, &doc->tokens[verb], "sein") ||
        has_lemma_of(&run->context->lexicon, &doc->tokens[verb], LIST_COPULAS))
        return;
    bool pronoun = in_list(run, LIST_NOMINATIVE_PRONOUNS, verb + 1);

    if (pronoun || (noun_phrase_at(doc, verb + 1, &subject) && subject.has_determiner && !subject.contracted &&
                    (agreeing_cases(doc, &subject, NULL) & (CASE_NOM | CASE_ACC)) == CASE_NOM))
        report(run, "check/agreement", tokens_span(run, first, first + 1));
}

/* "Drei neuen Brücken wurden gebaut": behind a number without article the adjective is strong; as it stands the phrase
 * is no nominative, and the clause has no other for its plural verb. */
static void check_weak_count(const struct check_run *run, const struct clause *clause)
{
    const struct document *doc = run->doc;
    const struct clause_phrase *count = NULL;

    if (finite_numbers(&doc->tokens[clause->finite]) != NUMBER_PL || clause->relative)
        return;
    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];
        struct noun_phrase bare = { .first = phrase->first + 1, .noun = phrase->head };

        if (phrase->prepositional || phrase->adverbial)
            continue;
        if (phrase->counted && !phrase->name && bare.first < bare.noun && !phrase->determined &&
            (strong_cases(doc, &bare) & CASE_NOM) == 0 && (agreeing_cases(doc, &bare, NULL) & CASE_NOM) != 0) {
            count = phrase;
            continue;
        }
        if (phrase->name || ((phrase->cases & CASE_NOM) != 0 && (phrase->numbers & NUMBER_PL) != 0))
            return;
    }
    if (count != NULL)
        report(run, "check/agreement", tokens_span(run, count->first, count->head));
}

void check_subject_verb(const struct check_run *run)
{
    size_t next = 0;

    for (size_t i = 0; i < run->doc->sentence_count; i++)
        check_pronoun(run, run->doc->sentences[i].first_token);
    for (size_t i = 0; i < run->doc->sentence_count; i++) {
        check_row(run, &run->doc->sentences[i]);
        check_nominative_time(run, &run->doc->sentences[i]);
    }
    for (size_t i = 0; i < run->clause_count; i++)
        check_weak_count(run, &run->clauses[i]);
    for (size_t i = 0; i < run->doc->token_count; i++)
        check_speaker(run, i);
    for (size_t i = 0; i < run->doc->token_count; i++)
        check_pronoun_beside(run, i);
    for (size_t i = next_marked(run, MARK_FINITE_AUXILIARY, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_FINITE_AUXILIARY, i + 1))
        check_nominative_behind(run, i);
    for (size_t i = 0; i < run->doc->sentence_count; i++) {
        const struct sentence *sentence = &run->doc->sentences[i];
        bool settled = check_opening(run, sentence);

        for (; next < run->clause_count && run->doc->tokens[run->clauses[next].first].sentence == i; next++)
            if (!settled || run->clauses[next].first != sentence->first_token)
                check_clause(run, &run->clauses[next]);
    }
}
