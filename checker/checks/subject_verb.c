/* Marks a subject whose number its verb does not have: "Die Preise steigt weiter", "Die Zahl der Toten sind gestiegen".
 * Only where the subject is certain: it opens its sentence, its verb stands right behind, and nothing else in the
 * clause could be the subject; or it is named behind a verb of saying ("…“, sagte die Händler"). */
#include "checks/corrections.h"
#include "checks/subjects.h"

#include "checks/marks.h"
#include "checks/places.h"
#include "checks/stretches.h"
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
    suggest_other_number(run, report(run, "check/subject-verb", tokens_span(run, subject.first, verb)), verb);
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

/* "Die Mehrheit der Wähler sind": with a noun of quantity the verb may follow what is counted. */
static bool may_follow_attribute(const struct check_run *run, const struct subject *subject)
{
    return subject->plural_attribute && is_quantity(run, subject->first, subject->head);
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
    suggest_other_number(
        run, report(run, "check/subject-verb", (struct span){ doc->tokens[subject.first].span.start, verb->span.end }),
        subject.end);
    return true;
}

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

/* "die Schweizer Vermittlerin": no noun, but what stands before one. */
static bool is_demonym_before_noun(const struct check_run *run, size_t noun)
{
    return slice_ends(text_at(run, noun), SLICE("er")) && same_clause(run->doc, noun, noun + 1) &&
           is_capitalised(token_at(run, noun + 1)) && token_is(token_at(run, noun + 1), POS_NOUN);
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
        speaker.contracted || is_demonym_before_noun(run, speaker.noun) ||
        (!ends_sentence_part(doc, speaker.noun + 1) && may_be_joined(run, speaker.noun + 1)))
        return;
    wanted = third_person_numbers(&doc->tokens[verb]);
    if (wanted == 0 || (agreeing_cases(doc, &speaker, &numbers) & CASE_NOM) == 0 || (numbers & wanted) != 0)
        return;
    suggest_other_number(run, report(run, "check/subject-verb", tokens_span(run, verb, speaker.noun)), verb);
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

/* "als er sind nur wenige", "sie und er sind": the pronoun is not the subject, or not all of it. */
static bool may_be_part(const struct check_run *run, size_t pronoun)
{
    const struct token *before = token_at(run, pronoun - 1);

    return before->kind == TOKEN_WORD && !text_is(run, pronoun - 1, "dass") && !text_is(run, pronoun - 1, "weil") &&
           !text_is(run, pronoun - 1, "aber") && !text_is(run, pronoun - 1, "wenn") &&
           !text_is(run, pronoun - 1, "denn") && !text_is(run, pronoun - 1, "ob");
}

/* "Hier sieht wir", "„…“, sagten er": a verb that can be nothing else, and its subject right behind. */
static void check_pronoun_behind(const struct check_run *run, size_t verb)
{
    uint32_t wanted = third_person_numbers(token_at(run, verb)), numbers;

    if (wanted == 0 || wanted == NUMBER_ANY || !is_surely_finite(token_at(run, verb)) ||
        is_capitalised(token_at(run, verb)) || !same_clause(run->doc, verb, verb + 1) ||
        (numbers = number_of_pronoun(run, verb + 1)) == 0 || (numbers & wanted) != 0 ||
        (same_clause(run->doc, verb, verb + 2) && token_is(token_at(run, verb + 2), POS_CONJUNCTION)))
        return;
    suggest_other_number(run, report(run, "check/subject-verb", tokens_span(run, verb, verb + 1)), verb);
}

/* "Zuvor waren er", ", aber wir wird": an auxiliary and a pronoun side by side, within the sentence. */
static void check_pronoun_beside(const struct check_run *run, size_t verb)
{
    if (!token_is(token_at(run, verb), POS_AUXILIARY)) {
        check_pronoun_behind(run, verb);
        return;
    }
    uint32_t wanted = third_person_numbers(token_at(run, verb)), numbers;
    bool sure = is_surely_finite(token_at(run, verb));

    if (wanted == 0 || wanted == NUMBER_ANY)
        return;
    if (same_clause(run->doc, verb, verb + 1) && (numbers = number_of_pronoun(run, verb + 1)) != 0) {
        const struct token *next = verb + 2 < run->doc->token_count ? token_at(run, verb + 2) : NULL;
        bool part = next != NULL && (token_is(next, POS_CONJUNCTION) || next->kind != TOKEN_WORD);

        if ((numbers & wanted) == 0 && !part && (sure || !has_sure_finite(run, stretch_first(run, verb), verb)))
            suggest_other_number(run, report(run, "check/subject-verb", tokens_span(run, verb, verb + 1)), verb);
        return;
    }
    if (verb < 2 || verb - 1 == sentence_first(run, verb) || !same_clause(run->doc, verb - 1, verb) ||
        (numbers = number_of_pronoun(run, verb - 1)) == 0 || (numbers & wanted) != 0 || may_be_part(run, verb - 1))
        return;
    bool last = verb + 1 == stretch_end(run, verb);
    bool opens = token_at(run, verb - 2)->kind != TOKEN_WORD || text_is(run, verb - 2, "aber");

    if (sure || (opens && !last && !has_sure_finite(run, verb + 1, stretch_end(run, verb))))
        suggest_other_number(run, report(run, "check/subject-verb", tokens_span(run, verb - 1, verb)), verb);
}

/* ---- "wurden der Fahrer verletzt" ---- */

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
    suggest_other_number(run, report(run, "check/subject-verb", tokens_span(run, verb, phrase.noun)), verb);
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
        has_lemma_of(&run->context->lexicon, &doc->tokens[verb], LIST_COPULAS))
        return;
    bool pronoun = in_list(run, LIST_NOMINATIVE_PRONOUNS, verb + 1);

    if (pronoun || (noun_phrase_at(doc, verb + 1, &subject) && subject.has_determiner && !subject.contracted &&
                    (agreeing_cases(doc, &subject, NULL) & (CASE_NOM | CASE_ACC)) == CASE_NOM))
        report(run, "check/agreement", tokens_span(run, first, first + 1));
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
                check_clause_subject(run, &run->clauses[next]);
    }
}
