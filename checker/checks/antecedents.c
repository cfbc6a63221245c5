/* Marks pronouns whose gender or number can't be that of the noun they stand for: "der Film, deren Regisseurin", "die
 * Firma, das in Bonn sitzt", "einer der Häuser", "das Museum ist einer der größten". */
#include "checks/checks.h"
#include "checks/clauses.h"
#include "checks/corrections.h"
#include "checks/marks.h"
#include "checks/paradigms.h"
#include "checks/places.h"
#include "checks/relatives.h"
#include "checks/stretches.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"
#include "text/letters.h"

/* ---- deren, dessen ---- */

/* The number of a phrase as a whole: article and noun together. */
static uint32_t phrase_numbers(const struct check_run *run, const struct noun_phrase *phrase)
{
    uint32_t numbers = 0;

    return agreeing_cases(run->doc, phrase, &numbers) == 0 ? 0 : numbers;
}

/* "Der Film, deren Regisseurin": the phrase opens the sentence, so that no other noun can be meant. */
static void check_possessive_relative(const struct check_run *run, const struct sentence *sentence)
{
    size_t first = sentence->first_token;
    struct noun_phrase phrase;
    uint32_t genders, numbers;

    if (sentence->token_count < 6 || !noun_phrase_at(run->doc, first, &phrase) || !phrase.has_determiner ||
        phrase.contracted || !same_sentence(run, first, phrase.noun + 3) || !text_is(run, phrase.noun + 1, ",") ||
        !noun_features(token_at(run, phrase.noun), &genders, &numbers))
        return;
    bool deren = text_is(run, phrase.noun + 2, "deren"), dessen = text_is(run, phrase.noun + 2, "dessen");
    uint32_t whole = phrase_numbers(run, &phrase);

    if ((deren && whole == NUMBER_SG && (genders & GENDER_F) == 0) ||
        (dessen && (whole == NUMBER_PL || (whole == NUMBER_SG && genders == GENDER_F))))
        report_possessive(run, phrase.noun);
}

/* ---- der, die, das ---- */

/* True when a phrase of the clause may be its subject, so that the pronoun need not be. */
static bool has_own_subject(const struct check_run *run, const struct clause *clause)
{
    uint32_t wanted = finite_numbers(token_at(run, clause->finite));

    for (size_t i = 0; i < clause->count; i++) {
        const struct clause_phrase *phrase = &clause->phrases[i];

        if (!phrase->prepositional &&
            (phrase->name || ((phrase->cases & CASE_NOM) != 0 && (phrase->pronoun || (phrase->numbers & wanted) != 0))))
            return true;
    }
    return false;
}

/* "hat | eine Firma in Bonn": a phrase without preposition stands between two tokens. */
static bool holds_plain_phrase(const struct check_run *run, size_t first, size_t end)
{
    struct noun_phrase phrase;

    for (size_t i = first; i < end; i++) {
        if (!noun_at(run->doc, i, &phrase))
            continue;
        if (!phrase.contracted && !token_is(token_at(run, i - 1), POS_PREPOSITION))
            return true;
        i = phrase.noun;
    }
    return false;
}

/* The first token that a relative pronoun may look back to: its noun stands right before the comma, or before the verbs
 * there. An object takes it from all before its finite verb ("Der Chef hat eine Firma, die"). An insertion ("…, so der
 * Chef, die") does not tell; the pronoun itself then. */
static size_t first_antecedent(const struct check_run *run, size_t pronoun)
{
    size_t first = stretch_first(run, pronoun - 2), at = pronoun - 2;
    bool noun = token_is(token_at(run, at), POS_NOUN), whole = first == sentence_first(run, pronoun);

    if (is_surely_finite(token_at(run, first)) || (!whole && text_is(run, first - 1, ":")))
        return pronoun;
    whole = whole || (token_is(token_at(run, first), POS_SUBORDINATOR) && !text_is(run, first, "so"));
    while (at > first && !is_surely_finite(token_at(run, at - 1)))
        at--;
    if (at == first && !whole && !is_zu_infinitive(run->doc, pronoun - 2))
        return pronoun;
    bool object = noun && at > first && !has_lemma(&run->context->lexicon, token_at(run, at - 1), "sein") &&
                  holds_plain_phrase(run, at, pronoun - 1);

    for (size_t i = first; i < at && object; i++) { /* "Nur der hat Glück mit Ziegen, den" */
        struct noun_phrase phrase;

        if (noun_at(run->doc, i, &phrase))
            i = phrase.noun;
        else
            object = !is_pronoun_alone(run, i);
    }
    return object ? at : first;
}

/* What stands before the pronoun: false when a name, a pronoun or a noun that is not known may be meant, or a noun that
 * fits. */
static bool no_noun_fits(const struct check_run *run, size_t behind_comma, size_t pronoun, uint32_t cases,
                         uint32_t numbers_of_verb)
{
    struct noun_phrase phrase;
    uint32_t genders, numbers;
    bool found = false;

    for (size_t i = first_antecedent(run, behind_comma); i + 1 < behind_comma; i++) {
        const struct token *token = token_at(run, i);

        if (noun_at(run->doc, i, &phrase)) {
            bool lone = i == sentence_first(run, i) && i + 2 == behind_comma; /* "Dortmund, das" */

            if (lone ||
                form_is(&run->context->lexicon, lower_at(run, phrase.noun), POS_ADJECTIVE) || /* "der Gläubige" */
                may_be_loan_plural(run, token_at(run, phrase.noun)) ||
                !noun_features(token_at(run, phrase.noun), &genders, &numbers) ||
                (!phrase.has_determiner && numbers != NUMBER_PL &&
                 (agreeing_cases(run->doc, &phrase, NULL) & CASE_NOM) == 0) || /* "Images" */
                agreeing_cases(run->doc, &phrase, NULL) == 0)
                return false;
            uint32_t whole = phrase_numbers(run, &phrase);

            if (may_stand_for(token_at(run, pronoun), cases, numbers_of_verb, genders, whole) ||
                text_is(run, phrase.noun + 1, "und") || (whole & numbers) == 0)
                return false;
            found = true;
            i = phrase.noun;
            continue;
        }
        /* "Es handelt sich um ein Werk, das": a person's pronoun has no relative clause but right behind it. */
        bool opener = (token->flags & TOKEN_SENTENCE_START) != 0 &&
                      ((token_is(token, POS_PREPOSITION) && !text_is(run, i + 1, "allem")) ||
                       in_list_lower(run, LIST_SUBJECT_PRONOUNS, i) || text_is(run, i, "Es"));

        if (((token->flags & (TOKEN_CAPITAL | TOKEN_QUOTED)) != 0 && !opener) || token->kind != TOKEN_WORD ||
            token->analysis.reading_count == 0 || token_is(token, POS_NUMERAL) || token_is(token, POS_CONJUNCTION) ||
            is_pronoun_alone(run, i))
            return false;
    }
    return found;
}

/* Marks a relative pronoun with the noun before the comma; one that is of one number shows what it should be. */
static void report_behind(const struct check_run *run, size_t comma, size_t pronoun, uint32_t cases)
{
    uint32_t genders, numbers;
    bool known =
        noun_features(token_at(run, comma - 1), &genders, &numbers) && (numbers == NUMBER_SG || numbers == NUMBER_PL);

    report_relative(run, comma - 1, pronoun, cases, known ? genders | numbers : 0);
}

/* "eine der wenigen Frauen, die dort arbeitet": the pronoun stands for the few, who are several. */
static void check_one_of_the_few(const struct check_run *run, const struct clause *clause)
{
    size_t comma = clause->opener - 1;

    if (clause->opener < 6 || !text_is(run, clause->opener, "die") ||
        finite_numbers(token_at(run, clause->finite)) != NUMBER_SG || has_own_subject(run, clause) ||
        !text_is(run, comma - 2, "wenigen") || !text_is(run, comma - 3, "der") ||
        !slice_starts(lower_at(run, comma - 4), SLICE("eine")) || !is_plural_noun(token_at(run, comma - 1)))
        return;
    suggest_other_number(run, report(run, "check/subject-verb", tokens_span(run, clause->opener, clause->finite)),
                         clause->finite);
}

/* "die Frau, der vorgeworfen wurde, sie habe": a passive may be without a subject. */
static bool may_be_dative(const struct check_run *run, size_t pronoun)
{
    return text_is(run, pronoun, "der") || text_is(run, pronoun, "dem") || text_is(run, pronoun, "denen");
}

/* "Menschen, denen kalt ist", "eine Frau, der langweilig wurde": with sein or werden a dative may be all that there is.
 */
static bool is_impersonal(const struct check_run *run, const struct clause *clause)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *finite = token_at(run, clause->finite);
    size_t pronoun = clause->opener;

    if (!may_be_dative(run, pronoun) || (finite_numbers(finite) & NUMBER_SG) == 0 ||
        !(has_lemma(lexicon, finite, "sein") || has_lemma(lexicon, finite, "werden")))
        return false;
    return !text_is(run, pronoun, "der") || in_list(run, LIST_IMPERSONAL_PREDICATES, clause->finite - 1);
}

/* "am Freitag, den 13.": no relative pronoun. */
static bool is_date_behind(const struct check_run *run, size_t pronoun)
{
    const struct token *next = token_at(run, pronoun + 1);

    return next->kind == TOKEN_NUMBER &&
           ((next->flags & TOKEN_ORDINAL) != 0 || text_is(run, pronoun, "den") || text_is(run, pronoun, "dem"));
}

/* ", der 400 Menschen beschäftigt", ", der den Hof verkauft": a number or a determiner right behind the pronoun begins
 * an object, whose verb is finite though it looks like a participle. */
static bool has_counted_object(const struct check_run *run, const struct clause *clause)
{
    const struct token *next = token_at(run, clause->opener + 1), *finite = token_at(run, clause->finite);

    return clause->count > 0 && finite_numbers(finite) == NUMBER_SG && slice_ends(token_lower(finite), SLICE("t")) &&
           clause->finite + 1 == clause->end &&
           (next->kind == TOKEN_NUMBER || token_is(next, POS_NUMERAL) || token_is(next, POS_DETERMINER));
}

/* "Die Firma, das in Bonn sitzt": a relative pronoun behind its noun, in a clause of its own. Where nothing else in the
 * clause can be its subject, the pronoun is: "die Frau, der den Brief fand". */
static void check_relative(const struct check_run *run, const struct clause *clause)
{
    size_t pronoun = clause->opener;
    bool subject = !has_own_subject(run, clause);
    uint32_t cases = subject ? CASE_NOM : CASE_ANY;
    uint32_t wanted = finite_numbers(token_at(run, clause->finite));

    bool bare = clause->count == 0 && !is_surely_finite(token_at(run, clause->finite)); /* "die lange, helle Röcke" */
    bool behind = pronoun >= 2 && (token_is(token_at(run, pronoun - 2), POS_NOUN) ||
                                   token_is_verb_form(token_at(run, pronoun - 2), VERB_INFINITIVE) ||
                                   token_is_verb_form(token_at(run, pronoun - 2), VERB_ZU_INFINITIVE) ||
                                   token_at(run, pronoun - 2)->analysis.particle != NO_ID || /* "stimmt ab, die" */
                                   token_is_verb_form(token_at(run, pronoun - 2), VERB_PARTICIPLE2));

    /* "das Gott erschaffen": "hat" may be left out; "am Freitag, den 13." */
    bool sure = is_surely_finite(token_at(run, clause->finite)) ||
                token_is(token_at(run, clause->finite), POS_AUXILIARY) ||
                !token_is_verb_form(token_at(run, clause->finite), VERB_PARTICIPLE2) || has_counted_object(run, clause);

    /* "ein Wort, um ihre Wut auszudrücken, das niemand kannte": the noun stands before the insertion */
    if (text_is(run, stretch_first(run, pronoun - 2), "um") || text_is(run, stretch_first(run, pronoun - 2), "ohne"))
        return;
    if (bare || !behind || !sure || wanted == 0 || asks_for_one(run, pronoun) ||
        in_list(run, LIST_POSTPOSITIONS, pronoun + 1) || is_date_behind(run, pronoun) ||
        (subject && is_impersonal(run, clause)) || (subject && wanted != NUMBER_SG && text_is(run, pronoun, "denen")) ||
        (subject && clause->passive && may_be_dative(run, pronoun) &&
         (!clause_verb_in(run, clause, LIST_ACCUSATIVE_VERBS) || clause_follows(run, clause->end))) ||
        !no_noun_fits(run, pronoun, pronoun, cases, wanted))
        return;
    if (subject && !no_noun_fits(run, pronoun, pronoun, cases, NUMBER_ANY)) /* "die Preise, die gestiegen ist" */
        suggest_other_number(run, report(run, "check/subject-verb", tokens_span(run, pronoun, clause->finite)),
                             clause->finite);
    else
        report_behind(run, pronoun - 1, pronoun, cases);
}

/* "Firmen, denen die Preise erhöhen", "ein Mann, den in Kiel wohnt": nothing else in the clause can be its subject, so
 * that the pronoun is, and it is no nominative. Passives go without one ("denen geholfen wurde"), and so may verbs that
 * a clause follows ("dem auffiel, dass"). */
static void check_oblique(const struct check_run *run, const struct clause *clause)
{
    size_t pronoun = clause->opener;
    const struct token *finite = token_at(run, clause->finite);
    bool copula =
        has_lemma(&run->context->lexicon, finite, "sein") || has_lemma(&run->context->lexicon, finite, "werden");
    /* "Firmen, denen gut bedient sind": without a subject the verb would be a singular. */
    bool several = finite_numbers(finite) == NUMBER_PL && is_surely_finite(finite);
    /* "der Mann, dem am Freitag verhaftet wurde": who is arrested is the subject. */
    bool patient = clause->passive && clause_verb_in(run, clause, LIST_ACCUSATIVE_VERBS);

    if ((!text_is(run, pronoun, "den") && !text_is(run, pronoun, "dem") && !text_is(run, pronoun, "denen")) ||
        (!several && !patient && (clause->passive || copula)) || clause->count == 0 ||
        !is_likely_finite(run->doc, clause->finite) || has_own_subject(run, clause) ||
        in_list(run, LIST_POSTPOSITIONS, pronoun + 1) || /* "ein Gutachten, dem zufolge die Brücke hält" */
        clause_verb_in(run, clause, LIST_VERBS_WITHOUT_SUBJECT) || clause_follows(run, clause->end) ||
        token_is_verb_form(token_at(run, pronoun + 1), VERB_ZU_INFINITIVE))
        return;
    for (size_t i = 0; i < clause->count; i++)
        if (in_list_lower(run, LIST_SUBJECTS_OF_ANY_NUMBER, clause->phrases[i].head) || clause->phrases[i].several ||
            clause->phrases[i].end > clause->phrases[i].head + 1 ||
            clause->phrases[i].counted || /* "dem 3.500 Hektar zum Opfer fielen" */
            (clause->phrases[i].first == pronoun + 1 && (clause->phrases[i].cases & CASE_GEN) != 0))
            return;
    report(run, "check/antecedent", tokens_span(run, pronoun, clause->finite));
}

/* "Das Werk, in der 300 Leute arbeiten": the same behind a preposition. What looks like a relative pronoun may be the
 * article of a noun ("…, in der Hoffnung"). */
static void check_governed_relative(const struct check_run *run, size_t comma)
{
    size_t preposition = comma + 1, pronoun = comma + 2, end = stretch_end(run, comma + 1);
    struct noun_phrase phrase;

    if (comma < 2 || !same_sentence(run, comma - 1, pronoun + 1) || end < pronoun + 2 ||
        !token_is(token_at(run, comma - 1), POS_NOUN) || !in_list(run, LIST_SURE_PREPOSITIONS, preposition) ||
        token_at(run, pronoun)->kind != TOKEN_WORD || is_capitalised(token_at(run, pronoun + 1)) ||
        is_inflected_adjective(token_at(run, pronoun + 1)) || noun_phrase_at(run->doc, pronoun, &phrase) ||
        !is_likely_finite(run->doc, end - 1))
        return;
    uint32_t cases = relative_cases(token_at(run, pronoun)) & preposition_cases(token_at(run, preposition));

    if (cases != 0 && !token_is(token_at(run, pronoun), POS_PREPOSITION) &&
        !in_list(run, LIST_QUESTION_WORDS, pronoun) && no_noun_fits(run, preposition, pronoun, cases, NUMBER_ANY))
        report_behind(run, comma, pronoun, cases);
}

/* ---- einer der ---- */

/* The genders that the pronoun at the index may have; 0 when it is none of those that tell. "einer" is a feminine too,
 * in the dative; right at the start, behind a finite "sein" it is not. */
static uint32_t genders_of_one(const struct check_run *run, size_t index, bool nominative)
{
    struct slice word = lower_at(run, index);

    if (slice_equal(word, SLICE("keine")) || slice_equal(word, SLICE("jede")))
        return GENDER_F;
    if (slice_equal(word, SLICE("jedes")))
        return nominative ? GENDER_N : GENDER_M | GENDER_N;
    if (slice_equal(word, SLICE("jeder")))
        return nominative ? GENDER_M : GENDER_M | GENDER_F;
    if (slice_starts(word, SLICE("kein"))) /* "keiner der Zeugen" is declined like "einer" */
        word = slice_from(word, 1);
    if (slice_equal(word, SLICE("einer")))
        return nominative ? GENDER_M : GENDER_M | GENDER_F;
    if (slice_equal(word, SLICE("eine"))) /* "eine der Studenten" may be a woman */
        return GENDER_F | GENDER_M;
    if (slice_equal(word, SLICE("eines")))
        return nominative ? GENDER_N : GENDER_M | GENDER_N;
    if (slice_equal(word, SLICE("einem")))
        return GENDER_M | GENDER_N;
    return slice_equal(word, SLICE("einen")) ? GENDER_M : 0;
}

static bool is_nominative_place(const struct check_run *run, size_t index)
{
    return (token_at(run, index)->flags & TOKEN_SENTENCE_START) != 0 ||
           (index > 0 && same_sentence(run, index - 1, index) && is_surely_finite(token_at(run, index - 1)) &&
            has_lemma(&run->context->lexicon, token_at(run, index - 1), "sein"));
}

/* "das Museum ist einer der größten": the subject that opens the sentence, right before the verb. */
static bool subject_of(const struct check_run *run, size_t verb, struct noun_phrase *out)
{
    size_t first = sentence_first(run, verb);

    return noun_phrase_at(run->doc, first, out) && out->has_determiner && !out->contracted && out->noun + 1 == verb;
}

/* "der drei Bewerber": the article, a number and the noun of a plural. */
static bool counted_phrase_at(const struct check_run *run, size_t article, struct noun_phrase *out)
{
    if (!same_sentence(run, article, article + 2) || !token_is(token_at(run, article + 1), POS_NUMERAL) ||
        token_is(token_at(run, article + 1), POS_DETERMINER) || !bare_noun_at(run->doc, article + 2, out))
        return false;
    return is_plural_noun(token_at(run, out->noun));
}

/* "gelang", "fiel … ein": in one reading its object is a dative. */
static bool may_have_dative(const struct check_run *run, size_t i)
{
    const struct lexicon *lexicon = &run->context->lexicon;
    const struct token *token = token_at(run, i);
    uint32_t joined = token->analysis.joined;

    if (joined != NO_ID)
        return (lexicon->lemmas[joined].flags & LEMMA_DATIVE_VERB) != 0;
    for (uint16_t r = 0; r < token->analysis.reading_count; r++) {
        const struct reading *reading = &token->analysis.readings[r];

        if (pos_of(reading->features) == POS_VERB && reading->lemma != NO_ID &&
            (lexicon->lemmas[reading->lemma].flags & LEMMA_DATIVE_VERB) != 0)
            return true;
    }
    return false;
}

/* "Keiner der Behörden war | der Fall bekannt", "Einer der Frauen hat | der Sturm das Dach abgedeckt": another phrase
 * is the subject, for it is a nominative and nothing else. */
static bool holds_nominative(const struct check_run *run, size_t first, size_t end)
{
    struct noun_phrase phrase;

    for (size_t i = first; i < end; i++) {
        if (!noun_at(run->doc, i, &phrase))
            continue;
        if (phrase.has_determiner && !phrase.contracted && agreeing_cases(run->doc, &phrase, NULL) == CASE_NOM &&
            !token_is(token_at(run, i - 1), POS_PREPOSITION) && !token_is(token_at(run, i - 1), POS_CONJUNCTION))
            return true;
        i = phrase.noun;
    }
    return false;
}

/* "Einer der Geiseln gelang die Flucht", "Einer der Frauen wurde die Tasche geraubt": what opens the sentence may be a
 * dative beside a verb that has one, or beside the subject of a passive. An insertion may part it from its verb. */
static bool may_open_in_dative(const struct check_run *run, size_t index)
{
    size_t end = stretch_end(run, index);

    if ((token_at(run, index)->flags & TOKEN_SENTENCE_START) == 0)
        return false;
    if (!has_sure_finite(run, index, end))
        end = sentence_end(run, index);
    bool passive = false;

    if (holds_nominative(run, index + 3, end))
        return true;
    for (size_t i = index + 3; i < end; i++) {
        if (is_capitalised(token_at(run, i)))
            continue;
        if (may_have_dative(run, i))
            return true;
        passive = passive ||
                  (has_lemma(&run->context->lexicon, token_at(run, i), "werden") &&
                   holds_plain_phrase(run, i + 1, end) && is_past_participle(token_at(run, stretch_end(run, i) - 1)));
    }
    return passive;
}

static void check_one_of(const struct check_run *run, size_t index)
{
    bool nominative = is_nominative_place(run, index) && !may_open_in_dative(run, index);
    uint32_t wanted = genders_of_one(run, index, nominative), genders, numbers;
    struct noun_phrase phrase;

    if (wanted == 0 || !same_sentence(run, index, index + 2) || !text_is(run, index + 1, "der"))
        return;
    bool counted = counted_phrase_at(run, index + 1, &phrase);

    if (counted || noun_phrase_at(run->doc, index + 1, &phrase)) {
        if ((counted || (phrase_numbers(run, &phrase) & NUMBER_PL) != 0) &&
            noun_features(token_at(run, phrase.noun), &genders, &numbers) && (numbers & NUMBER_PL) != 0 &&
            (genders & wanted) == 0)
            report(run, "check/antecedent", tokens_span(run, index, phrase.noun));
        return;
    }
    /* Without a noun of its own, the superlative is said of the subject. */
    if (nominative && index > 0 && is_inflected_adjective(token_at(run, index + 2)) &&
        slice_ends(text_at(run, index + 2), SLICE("ten")) && same_sentence(run, index, index + 3) &&
        (token_at(run, index + 3)->flags & TOKEN_CAPITAL) == 0 && !is_inflected_adjective(token_at(run, index + 3)) &&
        (token_is(token_at(run, index + 3), POS_PREPOSITION) || text_is(run, index + 3, ".")) &&
        subject_of(run, index - 1, &phrase) && noun_features(token_at(run, phrase.noun), &genders, &numbers) &&
        (genders & wanted) == 0)
        report(run, "check/antecedent", tokens_span(run, index, index + 2));
}

bool begins_one_of(const struct check_run *run, size_t i)
{
    return genders_of_one(run, i, false) != 0;
}

void check_antecedents(const struct check_run *run)
{
    for (size_t i = 0; i < run->clause_count; i++)
        if (run->clauses[i].relative) {
            check_relative(run, &run->clauses[i]);
            check_one_of_the_few(run, &run->clauses[i]);
            check_oblique(run, &run->clauses[i]);
        }
    for (size_t i = next_marked(run, MARK_COMMA, 0); i < run->doc->token_count; i = next_marked(run, MARK_COMMA, i + 1))
        check_governed_relative(run, i);
    for (size_t i = 0; i < run->doc->sentence_count; i++)
        check_possessive_relative(run, &run->doc->sentences[i]);
    for (size_t i = next_marked(run, MARK_ONE_OF, 0); i < run->doc->token_count;
         i = next_marked(run, MARK_ONE_OF, i + 1))
        check_one_of(run, i);
}
