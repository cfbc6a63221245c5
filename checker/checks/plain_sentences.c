/* Takes sentences apart at their marks. What stands between two marks (a stretch) is a subordinate clause, the start of
 * a main clause that goes on behind an insertion, its rest, or all of it; the main line is what is left when the
 * insertions are gone. Where that is not sure, the sentence says nothing. */
#include "checks/plain_sentences.h"

#include "checks/clauses.h"
#include "checks/marks.h"
#include "checks/places.h"
#include "checks/stretches.h"
#include "checks/verbs.h"
#include "lexicon/analysis.h"
#include "lexicon/noun_phrase.h"
#include "lexicon/word_types.h"

enum { MAX_PIECES = 6 };

/* The main clause as far as it is known. */
struct line {
    struct stretch pieces[MAX_PIECES]; /* tokens of the document */
    size_t count;
    size_t stand_in; /* the token that an adverb takes the place of, a clause before the verb; NO_STAND_IN: none */
    bool parted;     /* something was taken out behind its last piece */
    bool verb_last;  /* a subordinate clause */
    bool cut;        /* it ends before a conjunction */
    bool finite;     /* its verb was found */
    bool unclear;    /* what stood before may belong to it */
};

static const size_t NO_STAND_IN = SIZE_MAX;
static const struct line empty_line = { .stand_in = SIZE_MAX };

/* The document that is being made. */
struct making {
    const struct check_run *run;
    struct arena *arena;
    struct token *tokens;
    size_t count, capacity;
    struct sentence *sentences;
    size_t sentence_count, sentence_capacity;
};

/* ---- what a stretch is ---- */

enum stretch_kind {
    STRETCH_PHRASE,      /* no finite verb */
    STRETCH_REST,        /* begins with one */
    STRETCH_MAIN,        /* holds one */
    STRETCH_SUBORDINATE, /* a whole subordinate clause */
    STRETCH_OTHER,       /* none of these for sure */
};

/* A finite verb of the stretch; "lange", "weit" are adverbs far more often than verbs. */
static bool is_its_verb(const struct check_run *run, size_t index)
{
    return is_likely_finite(run->doc, index) &&
           (is_surely_finite(token_at(run, index)) || !token_is(token_at(run, index), POS_ADVERB));
}

static bool holds_finite(const struct check_run *run, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (is_its_verb(run, i))
            return true;
    return false;
}

static bool is_subordinator(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);

    /* "damit" is an adverb too; behind a comma, with a verb at the end, it opens a clause */
    if (text_is(run, index, "damit") && index > sentence_first(run, index) && text_is(run, index - 1, ","))
        return is_likely_finite(run->doc, stretch_end(run, index) - 1);
    return in_list_lower(run, LIST_CLAUSE_OPENERS, index) ||
           (token_is(token, POS_SUBORDINATOR) && !token_is(token, POS_ADVERB)); /* "nun" */
}

/* The subordinator of "weil", "erst wenn", "und dass"; SIZE_MAX where there is none. */
static size_t subordinator_of(const struct check_run *run, const struct stretch *stretch)
{
    size_t first = stretch->first;
    const struct token *token = token_at(run, first);

    if (is_subordinator(run, first))
        return first;
    if (first + 1 < stretch->end && !in_list_lower(run, LIST_QUESTION_WORDS, first) &&
        (token_is(token, POS_ADVERB) || token_is(token, POS_CONJUNCTION) || token_is(token, POS_PARTICLE)) &&
        is_subordinator(run, first + 1))
        return first + 1;
    return SIZE_MAX;
}

/* "weil", "wer", ", die", ", mit dem": the stretch may be a subordinate clause. */
static bool opens_subordinate(const struct check_run *run, const struct stretch *stretch)
{
    size_t first = stretch->first;

    if (subordinator_of(run, stretch) != SIZE_MAX || in_list_lower(run, LIST_QUESTION_WORDS, first))
        return true;
    if (first == sentence_first(run, first))
        return false;
    bool behind =
        first + 1 < stretch->end &&
        (token_is(token_at(run, first), POS_PREPOSITION) || token_is(token_at(run, first), POS_CONJUNCTION)) &&
        !token_is(token_at(run, first), POS_RELATIVE);

    return token_is(token_at(run, first + behind), POS_RELATIVE);
}

/* "um die Kosten zu senken" */
static bool is_infinitive_group(const struct check_run *run, const struct stretch *stretch)
{
    if (stretch->end < stretch->first + 2 || !is_zu_infinitive(run->doc, stretch->end - 1))
        return false;
    for (size_t i = stretch->first; i < stretch->end; i++)
        if (is_likely_finite(run->doc, i) && is_surely_finite(token_at(run, i)))
            return false;
    return true;
}

/* Its finite verb stands last, and no other before. */
static bool is_whole_subordinate(const struct check_run *run, const struct stretch *stretch)
{
    return stretch->end > stretch->first + 1 && is_likely_finite(run->doc, stretch->end - 1);
}

/* "die Löhne sinken", "er kommt": one phrase and a verb behind it, as in a main clause. */
static bool is_phrase_with_verb(const struct check_run *run, const struct stretch *stretch)
{
    struct noun_phrase phrase;
    size_t verb = stretch->first + 1;

    if (noun_phrase_at(run->doc, stretch->first, &phrase))
        verb = behind_genitive(run->doc, phrase.noun + 1);
    return verb < stretch->end && is_its_verb(run, verb);
}

/* "der Lohn sinkt", but not "(in denen er) …, keine Drogen nahm". */
static bool is_subject_with_verb(const struct check_run *run, const struct stretch *stretch)
{
    struct noun_phrase phrase;

    return is_phrase_with_verb(run, stretch) && (stretch->first == sentence_first(run, stretch->first) ||
                                                 !noun_phrase_at(run->doc, stretch->first, &phrase) ||
                                                 (agreeing_cases(run->doc, &phrase, NULL) & CASE_ACC) == 0);
}

/* ", der bellte," behind a noun: a relative clause of two words. */
static bool is_short_relative(const struct check_run *run, const struct stretch *stretch)
{
    return stretch->end == stretch->first + 2 && stretch->first > 1 &&
           token_is(token_at(run, stretch->first), POS_RELATIVE) &&
           token_is(token_at(run, stretch->first - 2), POS_NOUN) && is_likely_finite(run->doc, stretch->first + 1);
}

static enum stretch_kind kind_of_clause(const struct check_run *run, const struct stretch *stretch)
{
    if (is_likely_finite(run->doc, stretch->first))
        return STRETCH_REST;
    if (!holds_finite(run, stretch->first, stretch->end))
        return STRETCH_PHRASE;
    return holds_finite(run, stretch->first, stretch->end - 1) || is_subject_with_verb(run, stretch) ? STRETCH_MAIN
                                                                                                     : STRETCH_OTHER;
}

static enum stretch_kind kind_of(const struct check_run *run, const struct stretch *stretch)
{
    struct stretch rest = { stretch->first + 1, stretch->end };
    bool joined = rest.first < rest.end && in_list_lower(run, LIST_CLAUSE_CONJUNCTIONS, stretch->first);

    if (is_infinitive_group(run, stretch))
        return STRETCH_PHRASE;
    if (!opens_subordinate(run, stretch) || (joined && is_phrase_with_verb(run, &rest)))
        return kind_of_clause(run, stretch);
    if (is_short_relative(run, stretch))
        return STRETCH_SUBORDINATE;
    if (!is_subordinator(run, stretch->first) && is_phrase_with_verb(run, stretch))
        return STRETCH_OTHER;
    return is_whole_subordinate(run, stretch) ? STRETCH_SUBORDINATE : STRETCH_OTHER;
}

/* ---- making sentences ---- */

static struct token *add_token(struct making *making, const struct token *token)
{
    making->tokens =
        arena_grow(making->arena, making->tokens, making->count, &making->capacity, sizeof(*making->tokens));
    struct token *added = &making->tokens[making->count++];

    *added = *token;
    added->sentence = added->clause = (uint32_t)making->sentence_count;
    added->flags &= (uint16_t) ~(TOKEN_QUOTED | TOKEN_SENTENCE_START);
    return added;
}

/* "Wenn es regnet," stands where an adverb could. */
static void add_adverb(struct making *making, size_t index)
{
    struct token adverb = *token_at(making->run, index);

    adverb.kind = TOKEN_WORD;
    adverb.flags = TOKEN_SPACE_BEFORE;
    adverb.type = word_type_of(making->run->doc->types, &adverb, SLICE("dann"));
    adverb.analysis = adverb.type->analysis;
    add_token(making, &adverb);
}

/* The prefix of a separated verb stands elsewhere now. */
static void move_particles(struct making *making, size_t first, const struct stretch *piece)
{
    for (size_t i = first; i < making->count; i++) {
        struct token_analysis *analysis = &making->tokens[i].analysis;

        if (analysis->particle == NO_ID)
            continue;
        if (analysis->particle >= piece->first && analysis->particle < piece->end)
            analysis->particle = (uint32_t)(analysis->particle - piece->first + first);
        else
            analysis->particle = analysis->joined = NO_ID;
    }
}

/* Adds the line as a sentence, with the mark behind it. */
static void add_line(struct making *making, const struct line *line)
{
    const struct document *doc = making->run->doc;
    struct sentence *sentence;
    size_t first = making->count, last = line->pieces[line->count - 1].end;

    making->sentences = arena_grow(making->arena, making->sentences, making->sentence_count, &making->sentence_capacity,
                                   sizeof(*making->sentences));
    sentence = &making->sentences[making->sentence_count];
    *sentence = doc->sentences[token_at(making->run, line->pieces[0].first)->sentence];
    if (line->stand_in != NO_STAND_IN)
        add_adverb(making, line->stand_in);
    for (size_t i = 0; i < line->count; i++) {
        size_t start = making->count;

        for (size_t at = line->pieces[i].first; at < line->pieces[i].end; at++)
            add_token(making, &doc->tokens[at]);
        move_particles(making, start, &line->pieces[i]);
    }
    if (line->cut) /* as if the sentence ended there */
        last = sentence->first_token + sentence->token_count - 1;
    if (last < doc->token_count && doc->tokens[last].kind == TOKEN_PUNCTUATION)
        add_token(making, &doc->tokens[last]);
    making->tokens[first].flags |= TOKEN_SENTENCE_START;
    sentence->first_token = (uint32_t)first;
    sentence->token_count = (uint32_t)(making->count - first);
    making->sentence_count++;
}

/* What opens its sentence and is whole is read there. */
static void end_line(struct making *making, struct line *line)
{
    bool whole = line->count == 1 && line->stand_in == NO_STAND_IN && !line->cut &&
                 line->pieces[0].first == sentence_first(making->run, line->pieces[0].first);

    if (line->count > 0 && line->finite && !line->unclear && !whole)
        add_line(making, line);
    *line = empty_line;
}

static void take_piece(struct line *line, const struct stretch *stretch)
{
    if (line->count == MAX_PIECES)
        line->unclear = true;
    else
        line->pieces[line->count++] = *stretch;
}

/* ---- sentences ---- */

/* "(…)", "– … –": the token behind what is set off, or index itself. */
static size_t behind_aside(const struct check_run *run, size_t index, size_t end)
{
    if (token_at(run, index)->kind != TOKEN_PUNCTUATION)
        return index;
    bool bracket = text_is(run, index, "("), dash = text_is(run, index, "–") || text_is(run, index, "—");

    for (size_t i = index + 1; (bracket || dash) && i < end; i++)
        if (bracket ? text_is(run, i, ")") : text_is(run, i, "–") || text_is(run, i, "—"))
            return i + 1;
    return index;
}

/* Quotation marks around a word or two belong to the clause; around speech they end it. */
static bool divides(const struct check_run *run, size_t index)
{
    const struct token *token = token_at(run, index);

    if (token->kind != TOKEN_PUNCTUATION)
        return false;
    if ((token->flags & TOKEN_OPENING) != 0)
        return index == sentence_first(run, index) || token[-1].kind == TOKEN_PUNCTUATION;
    if ((token->flags & TOKEN_CLOSING) != 0)
        return (index > 0 && token[-1].kind == TOKEN_PUNCTUATION) ||
               (same_sentence(run, index, index + 1) && token[1].kind == TOKEN_PUNCTUATION);
    return true;
}

/* "mitteilte", "berichtet" */
static bool reports(const struct check_run *run, size_t verb)
{
    uint32_t joined = token_at(run, verb)->analysis.joined;

    return joined != NO_ID
               ? in_word_list(&run->context->lexicon, LIST_REPORTING_VERBS, lemma_text(&run->context->lexicon, joined))
               : has_lemma_of(&run->context->lexicon, token_at(run, verb), LIST_REPORTING_VERBS);
}

/* Behind a clause of time or condition the verb comes first; one with dass may be the subject. */
static bool is_adverbial_clause(const struct check_run *run, const struct stretch *stretch)
{
    size_t opener = subordinator_of(run, stretch);

    if (slice_equal(lower_at(run, stretch->first), SLICE("wie"))) /* "Wie der Rat mitteilte," */
        return reports(run, stretch->end - 1);
    return opener != SIZE_MAX && !slice_equal(lower_at(run, opener), SLICE("dass")) &&
           !slice_equal(lower_at(run, opener), SLICE("ob"));
}

/* "danke", "hilf": without a subject. */
static bool may_be_imperative(const struct token *token)
{
    for (uint16_t i = 0; i < token->analysis.reading_count; i++) {
        uint32_t features = token->analysis.readings[i].features;

        if (verb_form_of(features) == VERB_IMPERATIVE && (features & NUMBER_SG) != 0)
            return true;
    }
    return false;
}

/* The rest of a main clause: behind what was put into it, or behind the clause that stands before its verb. */
static void take_rest(struct making *making, struct line *line, const struct stretch *stretch,
                      const struct stretch *before)
{
    const struct check_run *run = making->run;

    if (line->count > 0 && !line->finite && line->parted) {
        /* "Daten, von denen er weiß, bestätigt durch Dritte" */
        line->unclear =
            line->unclear || (token_is_verb_form(token_at(run, stretch->first), VERB_PARTICIPLE2) &&
                              (text_is(run, stretch->first + 1, "durch") || text_is(run, stretch->first + 1, "von")));
        take_piece(line, stretch);
        line->finite = true;
        return;
    }
    end_line(making, line);
    if (before->end == 0 || !is_adverbial_clause(run, before) || may_be_imperative(token_at(run, stretch->first)))
        return;
    line->stand_in = before->first;
    take_piece(line, stretch);
    line->finite = true;
}

/* "Ich" within a sentence was read as a noun. */
static bool is_misread_start(const struct token *token)
{
    return is_capitalised(token) && (token->flags & TOKEN_SENTENCE_START) == 0 &&
           (small_is(token, POS_PRONOUN) || small_is(token, POS_DETERMINER));
}

/* "wurde geprüft und | genehmigt", "stieg und | am Abend fiel sie": the conjunction behind which the clause has ended;
 * the stretch's end where there is none. */
static size_t conjunction_in(const struct check_run *run, const struct stretch *stretch)
{
    bool finite = false;

    for (size_t i = stretch->first; i + 1 < stretch->end; i++) {
        finite = finite || is_likely_finite(run->doc, i);
        if (!finite || i == stretch->first || !token_is(token_at(run, i), POS_CONJUNCTION) || !text_is(run, i, "und"))
            continue;
        const struct token *before = token_at(run, i - 1);
        bool nonfinite = token_is_verb_form(before, VERB_PARTICIPLE2) || token_is_verb_form(before, VERB_INFINITIVE);

        if (nonfinite && !is_capitalised(before) && !is_likely_finite(run->doc, i - 1))
            return i;
        for (size_t at = i + 2; at < stretch->end; at++)
            if (is_surely_finite(token_at(run, at)) && is_likely_finite(run->doc, at))
                return i;
    }
    return stretch->end;
}

static void take_main(struct making *making, struct line *line, struct stretch stretch)
{
    const struct check_run *run = making->run;
    bool unclear = line->count > 0 && !line->finite; /* "In Rom, Paris und Wien wird gestreikt" */

    if (!unclear)
        end_line(making, line);
    *line = empty_line;
    if (in_list_lower(run, LIST_CLAUSE_CONJUNCTIONS, stretch.first) && stretch.first + 1 < stretch.end)
        stretch.first++;
    line->unclear = unclear || is_misread_start(token_at(run, stretch.first)) || text_is(run, stretch.first, "außer");
    line->finite = true;
    take_piece(line, &stretch);
}

/* "weil die Läufer, | die aus Bonn kamen, | müde sind": begun here, to be closed by its verb. */
static bool open_subordinate(struct making *making, struct line *line, const struct stretch *stretch)
{
    size_t opener = subordinator_of(making->run, stretch);

    end_line(making, line);
    if (opener == SIZE_MAX || !in_list_lower(making->run, LIST_CLAUSE_OPENERS, opener) || opener + 1 >= stretch->end ||
        holds_finite(making->run, opener + 1, stretch->end))
        return false;
    line->verb_last = true;
    take_piece(line, &(struct stretch){ opener, stretch->end });
    return true;
}

/* Its verb stands at the end of the stretch, and no other in it. */
static bool close_subordinate(struct making *making, struct line *line, const struct stretch *stretch)
{
    const struct check_run *run = making->run;

    if (!line->parted || !is_likely_finite(run->doc, stretch->end - 1) ||
        holds_finite(run, stretch->first, stretch->end - 1))
        return false;
    take_piece(line, stretch);
    line->finite = true;
    end_line(making, line);
    return true;
}

/* "erst wenn alle da sind": what stands before the subordinator is left out. */
static void add_late_subordinate(struct making *making, const struct stretch *stretch)
{
    size_t opener = subordinator_of(making->run, stretch);
    struct line line = { .stand_in = NO_STAND_IN, .finite = true, .verb_last = true };

    if (opener == SIZE_MAX || opener == stretch->first || opener + 2 >= stretch->end)
        return;
    take_piece(&line, &(struct stretch){ opener, stretch->end });
    end_line(making, &line);
}

/* What is no clause of its own, or a whole subordinate one: the main clause may go on behind it. */
static void pass_over(struct making *making, struct line *line, enum stretch_kind kind, const struct stretch *stretch,
                      struct stretch *before)
{
    const struct check_run *run = making->run;
    bool listed = is_capitalised(token_at(run, stretch->first)) && line->count > 0; /* "Mut, Fleiß, Geduld" */

    if (kind == STRETCH_SUBORDINATE && in_list_lower(run, LIST_QUESTION_WORDS, stretch->first))
        line->unclear = line->unclear || !line->finite; /* "So ist, was gefällt, gut" */
    if (kind == STRETCH_PHRASE && (listed || token_is(token_at(run, stretch->first), POS_CONJUNCTION)))
        line->unclear = line->unclear || !line->finite;
    if (line->count > 0)
        line->parted = true;
    else if (kind == STRETCH_SUBORDINATE)
        *before = before->end == 0 ? *stretch : *before;
    else if (before->end == 0)
        take_piece(line, stretch);
}

/* One stretch of a sentence; before is the subordinate clause that alone stands before it. */
static bool take_stretch(struct making *making, struct line *line, const struct stretch *stretch,
                         struct stretch *before)
{
    const struct check_run *run = making->run;
    enum stretch_kind kind = kind_of(run, stretch);

    if (kind == STRETCH_SUBORDINATE)
        add_late_subordinate(making, stretch);
    if (kind == STRETCH_SUBORDINATE || kind == STRETCH_PHRASE) {
        pass_over(making, line, kind, stretch, before);
        return true;
    }
    if (line->verb_last) {
        struct stretch whole = { line->pieces[0].first, stretch->end };
        bool closed = close_subordinate(making, line, stretch);

        if (closed && before->end == 0)
            *before = whole;
        return closed;
    }
    if (kind == STRETCH_OTHER)
        return open_subordinate(making, line, stretch);
    struct stretch left = { stretch->first, conjunction_in(run, stretch) };

    if (left.end < stretch->end && kind_of(run, &left) != kind)
        return false;
    if (kind == STRETCH_REST)
        take_rest(making, line, &left, before);
    else
        take_main(making, line, left);
    *before = (struct stretch){ 0 };
    if (left.end == stretch->end)
        return true;
    line->cut = true;
    end_line(making, line);
    struct stretch right = { left.end + 1, stretch->end };

    kind = kind_of(run, &right);
    if (kind == STRETCH_MAIN)
        take_main(making, line, right);
    return kind != STRETCH_OTHER;
}

static void take_sentence(struct making *making, const struct sentence *sentence)
{
    const struct check_run *run = making->run;
    size_t first = sentence->first_token, end = first + sentence->token_count, index = first;
    struct line line = empty_line;
    struct stretch before = { 0 };

    while (index < end) {
        size_t behind = behind_aside(run, index, end);

        if (behind > index) { /* "Der Mann (42) sagte": goes on behind it */
            index = behind;
            continue;
        }
        if (divides(run, index)) {
            if (text_is(run, index, ":")) /* what follows may be a list */
                break;
            if (text_is(run, index, ";"))
                end_line(making, &line);
            index++;
            continue;
        }
        struct stretch stretch = { index, index };

        while (stretch.end < end && !divides(run, stretch.end) && behind_aside(run, stretch.end, end) == stretch.end)
            stretch.end++;
        if (!take_stretch(making, &line, &stretch, &before))
            return;
        index = stretch.end;
    }
    end_line(making, &line);
}

/* A mark within the sentence, or a conjunction: without them it is plain already. */
static bool may_be_divided(const struct check_run *run, const struct sentence *sentence)
{
    for (size_t i = sentence->first_token; i + 1 < sentence->first_token + sentence->token_count; i++)
        if (token_at(run, i)->kind == TOKEN_PUNCTUATION || token_is(token_at(run, i), POS_CONJUNCTION))
            return true;
    return false;
}

bool read_plain_sentences(const struct check_run *run, struct arena *arena, struct check_run *out)
{
    struct making making = { .run = run, .arena = arena };
    struct document *doc;

    for (size_t i = 0; i < run->doc->sentence_count; i++)
        if (run->doc->sentences[i].token_count > 6 && may_be_divided(run, &run->doc->sentences[i]))
            take_sentence(&making, &run->doc->sentences[i]);
    if (making.sentence_count == 0)
        return false;
    doc = arena_take(arena, sizeof(*doc));
    *doc = *run->doc;
    doc->tokens = making.tokens;
    doc->token_count = making.count;
    doc->sentences = making.sentences;
    doc->sentence_count = making.sentence_count;
    *out = (struct check_run){ .context = run->context, .doc = doc, .issues = run->issues };
    mark_tokens(out, arena);
    out->clauses = read_clauses(out, arena, &out->clause_count);
    return out->clause_count > 0;
}
