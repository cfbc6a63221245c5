/* Matches all rules in one pass over a document.
 *
 * Each pattern has an anchor, its rarest word. A word's triggers say which patterns have it as anchor
 * (rules/triggers.h), so the cost of a text depends on the rules whose anchor stands in it, not on the number of rules.
 * From the anchor the items before it are matched leftwards and those behind it rightwards, with a bounded number of
 * steps. */
#include "lexicon/analysis.h"
#include "rules/matcher.h"
#include "rules/suggest.h"
#include "rules/trigger.h"
#include "rules/triggers.h"
#include "text/letters.h"

enum {
    MAX_STEPS = 400,   /* of backtracking for one pattern at one place */
    FLOAT_REACH = 18,  /* how far a verb may stand from the rest of its pattern, in tokens */
    PHRASE_LENGTH = 6, /* of a noun phrase, in tokens */
    FREE_REACH = 9,    /* how far the words of an order="free" pattern may stand from its anchor */
};

static bool is_quotation_mark(const struct matcher *m, uint32_t index)
{
    const struct token *token = token_at(m, index);

    if (token->kind != TOKEN_PUNCTUATION)
        return false;
    int32_t mark;

    read_code_point(token_text(m->doc, token), &mark);
    return is_quote(mark);
}

/* Whether the edge item holds between token index - 1 and token index. */
static bool edge_holds(const struct matcher *m, enum item_kind kind, uint32_t index)
{
    bool at_start = index == m->first, at_end = index == m->last;

    switch (kind) {
    case ITEM_SENTENCE_START:
        return at_start || token_at(m, index - 1)->sentence != token_at(m, index)->sentence ||
               (index - m->first == 1 && is_quotation_mark(m, index - 1));
    case ITEM_SENTENCE_END:
        return at_end || token_at(m, index - 1)->sentence != token_at(m, index)->sentence;
    case ITEM_SEGMENT_START:
        return at_start;
    case ITEM_SEGMENT_END:
        return at_end;
    default:
        return true;
    }
}

static bool walk(struct matcher *m, int k, uint32_t next, int by);

/* Item k is a noun phrase that begins (or, leftwards, ends) at next: the longest that the rest of the items leaves. */
static bool walk_phrase(struct matcher *m, int k, uint32_t next, int by)
{
    uint32_t room = by > 0 ? m->last - next : next - m->first;

    for (uint32_t length = room < PHRASE_LENGTH ? room : PHRASE_LENGTH; length > 0; length--) {
        uint32_t start = by > 0 ? next : next - length, end = by > 0 ? next + length : next;

        if (!phrase_fits(m, start, end))
            continue;
        m->bound[k] = end - 1;
        if (walk(m, k + by, by > 0 ? end : start, by))
            return true;
        m->bound[k] = NO_ID;
    }
    return (m->items[k].flags & ITEM_OPTIONAL) != 0 && walk(m, k + by, next, by);
}

/* Walks the items from number k on, in direction by (1 or -1); next is the next token to take (rightwards) or the one
 * behind it (leftwards). A quotation mark between two words is passed over when no item asks for it. Steps are counted,
 * so that no text makes it long; the depth is at most the number of items. */
static bool walk(struct matcher *m, int k, uint32_t next, int by)
{
    if (k < 0 || (uint32_t)k >= m->item_count || (m->items[k].flags & ITEM_FLOATS) != 0)
        return true;
    if (++m->steps > MAX_STEPS)
        return false;
    const struct item_record *item = &m->items[k];
    bool more = by > 0 ? next < m->last : next > m->first;
    uint32_t token = by > 0 ? next : next - 1;
    uint32_t after = by > 0 ? next + 1 : next - 1;

    if (item->kind == ITEM_MARK_START || item->kind == ITEM_MARK_END) {
        *(item->kind == ITEM_MARK_START ? &m->mark_start : &m->mark_end) = next;
        return walk(m, k + by, next, by);
    }
    if (item->kind == ITEM_GAP) {
        uint32_t here = next;

        for (uint32_t n = 0;; n++) {
            if (walk(m, k + by, here, by))
                return true;
            bool inside = by > 0 ? here < m->last : here > m->first;
            uint32_t crossed = by > 0 ? here : here - 1;

            if (n == item->max || !inside)
                return false;
            uint32_t near = by > 0 ? here - 1 : here; /* the token the gap has reached so far */
            bool behind_mark = by > 0 && n == 0 && token_at(m, near)->kind == TOKEN_PUNCTUATION;
            if (token_at(m, crossed)->clause != token_at(m, near)->clause && !behind_mark)
                return false; /* but behind a comma of the pattern the gap is in the clause that follows it */
            here = by > 0 ? here + 1 : here - 1;
        }
    }
    if (item->kind == ITEM_PHRASE)
        return walk_phrase(m, k, next, by);
    if (item->kind != ITEM_WORD)
        return edge_holds(m, (enum item_kind)item->kind, next) && walk(m, k + by, next, by);
    if (more && may_fit(m, token, item) && item_fits(m, token, item)) {
        m->bound[k] = token;
        if (walk(m, k + by, after, by))
            return true;
        m->bound[k] = NO_ID;
    }
    if ((item->flags & ITEM_OPTIONAL) != 0 && walk(m, k + by, next, by))
        return true;
    return more && is_quotation_mark(m, token) && walk(m, k, after, by);
}

static void range_of(const struct matcher *m, uint32_t *low, uint32_t *high)
{
    *low = UINT32_MAX;
    *high = 0;
    for (uint32_t i = 0; i < m->item_count; i++) {
        if (m->bound[i] == NO_ID)
            continue;
        *low = m->bound[i] < *low ? m->bound[i] : *low;
        *high = m->bound[i] > *high ? m->bound[i] : *high;
    }
}

static bool is_bound(const struct matcher *m, uint32_t token)
{
    for (uint32_t i = 0; i < m->item_count; i++)
        if (m->bound[i] == token)
            return true;
    return false;
}

static bool bind_at(struct matcher *m, uint32_t k, uint32_t token, uint32_t clause)
{
    if (token < m->first || token >= m->last || !may_fit(m, token, &m->items[k]) ||
        token_at(m, token)->clause != clause || is_bound(m, token) || !item_fits(m, token, &m->items[k]))
        return false;
    m->bound[k] = token;
    return true;
}

/* Binds item k to a free token of the clause that fits: one between low and high, else the nearest around them, at most
 * reach away. */
static bool bind_near(struct matcher *m, uint32_t k, uint32_t low, uint32_t high, uint32_t reach)
{
    uint32_t clause = token_at(m, low)->clause;

    for (uint32_t token = low; token <= high; token++)
        if (bind_at(m, k, token, clause))
            return true;
    for (uint32_t n = 1; n <= reach; n++)
        if (bind_at(m, k, high + n, clause) || (n <= low && bind_at(m, k, low - n, clause)))
            return true;
    return false;
}

static bool bind_floating(struct matcher *m)
{
    for (uint32_t k = 0; k < m->item_count; k++) {
        uint32_t low, high;

        if ((m->items[k].flags & ITEM_FLOATS) == 0)
            continue;
        range_of(m, &low, &high);
        if (!bind_near(m, k, low, high, FLOAT_REACH))
            return false;
    }
    return true;
}

/* In any order, what stands between [ and ] is the word of the item there. */
static void mark_free(struct matcher *m)
{
    for (uint32_t k = 0; k + 2 < m->item_count; k++)
        if (m->items[k].kind == ITEM_MARK_START && m->items[k + 2].kind == ITEM_MARK_END) {
            m->mark_start = m->bound[k + 1];
            m->mark_end = m->bound[k + 1] + 1;
        }
}

static bool match_free(struct matcher *m, uint32_t anchor, uint32_t token)
{
    m->bound[anchor] = token;
    for (uint32_t k = 0; k < m->item_count; k++) {
        const struct item_record *item = &m->items[k];

        if (k == anchor || item->kind != ITEM_WORD)
            continue;
        if (!bind_near(m, k, token, token, FREE_REACH) && (item->flags & ITEM_OPTIONAL) == 0)
            return false;
    }
    mark_free(m);
    return true;
}

/* The verbs to which the noun stands in the relation. */
static const uint32_t *verbs_of(struct matcher *m, enum rule_order order, uint32_t noun)
{
    if (!m->relation.known || m->relation.noun != noun || m->relation.order != order) {
        m->relation = (struct relation){ .noun = noun, .order = order, .known = true };
        verbs_of_noun(m->lexicon, m->doc, noun, order == ORDER_OBJECT ? RELATION_OBJECT : RELATION_SUBJECT,
                      m->relation.verbs);
    }
    return m->relation.verbs;
}

/* order="object" and "subject": the anchor is the noun; the verb that it belongs to must fit the first word. The verb
 * is marked, as what should be another, unless brackets stand around the noun. */
static bool match_relation(struct matcher *m, enum rule_order order, uint32_t anchor, uint32_t noun)
{
    const uint32_t *verbs = verbs_of(m, order, noun);

    for (size_t i = 0; i < RELATION_VERBS; i++) {
        if (verbs[i] == NO_ID || !item_fits(m, verbs[i], &m->items[0]))
            continue;
        m->bound[anchor] = noun;
        m->bound[0] = verbs[i];
        m->mark_start = anchor == 1 ? verbs[i] : noun;
        m->mark_end = m->mark_start + 1;
        return true;
    }
    return false;
}

static void set_items(struct matcher *m, uint32_t first_item, uint32_t item_count)
{
    m->items = m->rules->items + first_item;
    m->item_count = item_count;
    m->steps = 0;
    m->mark_start = m->mark_end = NO_ID;
    for (uint32_t i = 0; i < item_count; i++)
        m->bound[i] = NO_ID;
}

static void set_range(struct matcher *m, const struct segment *segment)
{
    m->first = segment->first_token;
    m->last = segment->first_token + segment->token_count;
}

/* Matches the items with item number anchor at the token; fits: that item is known to fit. */
static bool match_at(struct matcher *m, uint32_t first_item, uint32_t item_count, enum rule_order order,
                     uint32_t anchor, uint32_t token, bool fits)
{
    set_items(m, first_item, item_count);
    if (!fits && !item_fits(m, token, &m->items[anchor]))
        return false;
    if (order == ORDER_FREE)
        return match_free(m, anchor, token);
    if (is_relation(order))
        return match_relation(m, order, anchor, token);
    m->bound[anchor] = token;
    return walk(m, (int)anchor - 1, token, -1) && walk(m, (int)anchor + 1, token + 1, 1) && bind_floating(m);
}

static void sign_word(struct signature *signature, const struct word_triggers *triggers)
{
    for (uint32_t i = 0; i < triggers->bit_count; i++)
        signature->holds[triggers->bits[i]] = true;
}

/* True when the segment can hold all partners of a pattern. */
static inline bool holds_partners(const struct signature *signature, const partner_bit *partner, uint32_t values)
{
    for (const partner_bit *end = partner + values; partner < end;) {
        const partner_bit *next = partner + 1 + *partner;

        do
            partner++;
        while (partner < next && !signature->holds[*partner]);
        if (partner == next)
            return false;
        partner = next;
    }
    return true;
}

static bool has_partners(const struct matcher *m, struct partners partners)
{
    return holds_partners(m->signature, m->rules->partners + partners.first, partners.count);
}

/* False for a token that can't be the first item, which is asked for at each of many tokens. A quotation mark may stand
 * before it. */
static bool may_open(const struct matcher *m, const struct item_record *item, uint32_t token)
{
    return item->kind != ITEM_WORD || (item->flags & (ITEM_OPTIONAL | ITEM_FLOATS)) != 0 || may_fit(m, token, item) ||
           token_at(m, token)->kind == TOKEN_PUNCTUATION;
}

/* Whether a condition's pattern matches from token first to last, at as many tokens as it asks for. */
static bool holds_in(struct matcher *m, const struct condition_record *condition, uint32_t first, uint32_t last)
{
    struct matcher inner = *m;
    uint32_t bound[64], found = 0;

    /* The signature is that of the segment at hand. */
    if ((condition->scope != SCOPE_DOCUMENT || m->doc->segment_count == 1) && !has_partners(m, condition->partners))
        return false;

    inner.bound = bound;
    inner.first = first;
    inner.last = last;
    uint32_t opener = is_relation(condition->order) ? rule_relation_noun(condition->item_count) : 0;
    const struct item_record *items = m->rules->items + condition->first_item;

    for (uint32_t token = first; token < last; token++) {
        if (!may_open(m, &items[opener], token))
            continue;
        set_items(&inner, condition->first_item, condition->item_count);
        if (condition->order == ORDER_FREE || is_relation(condition->order)
                ? match_at(&inner, condition->first_item, condition->item_count, (enum rule_order)condition->order,
                           opener, token, false)
                : walk(&inner, 0, token, 1) && bind_floating(&inner))
            found++;
        if (found >= condition->least)
            return true;
    }
    return false;
}

/* The place of a condition's answer. */
static struct answer *answer_slot(const struct answers *answers, uint32_t condition)
{
    size_t at = condition * 0x9e3779b1u & (answers->slots - 1);

    while (answers->items[at].condition_plus_1 != 0 && answers->items[at].condition_plus_1 != condition + 1)
        at = (at + 1) & (answers->slots - 1);
    return &answers->items[at];
}

static void make_room(struct answers *answers, struct arena *arena)
{
    struct answers old = *answers;

    if (answers->count * 2 < answers->slots)
        return;
    answers->slots = old.slots == 0 ? 32 : old.slots * 2;
    answers->items = arena_array(arena, answers->slots, sizeof(*answers->items));
    for (size_t i = 0; i < old.slots; i++)
        if (old.items[i].condition_plus_1 != 0)
            *answer_slot(answers, old.items[i].condition_plus_1 - 1) = old.items[i];
}

/* The answer to a condition in a scope; *known is false when it is to be found out. */
static struct answer *answer_of(const struct matcher *m, uint32_t condition, uint32_t scope, bool *known)
{
    make_room(m->answers, m->issues->arena);
    struct answer *answer = answer_slot(m->answers, condition);

    *known = answer->condition_plus_1 != 0 && answer->scope == scope;
    m->answers->count += answer->condition_plus_1 == 0;
    answer->condition_plus_1 = condition + 1;
    answer->scope = scope;
    return answer;
}

/* Whether the pattern of a condition matches in the sentence of the token. */
static bool holds_in_sentence(struct matcher *m, const struct condition_record *condition, uint32_t token)
{
    struct condition_record here = *condition;
    const struct sentence *sentence = &m->doc->sentences[token_at(m, token)->sentence];

    here.scope = SCOPE_SENTENCE;
    return holds_in(m, &here, sentence->first_token, sentence->first_token + sentence->token_count);
}

/* The same for the sentence with its neighbours. */
static bool holds_around(struct matcher *m, const struct condition_record *condition, uint32_t token)
{
    struct condition_record wide = *condition;
    size_t at = token_at(m, token)->sentence, last = at + 1 < m->doc->sentence_count ? at + 1 : at;
    const struct sentence *before = &m->doc->sentences[at > 0 ? at - 1 : 0], *behind = &m->doc->sentences[last];

    wide.scope = SCOPE_DOCUMENT; /* the signature of the segment does not tell */
    return holds_in(m, &wide, before->first_token, behind->first_token + behind->token_count);
}

/* The same for the document, more than in passing; asked once. */
static bool holds_often(struct matcher *m, uint32_t index)
{
    enum { MORE_THAN_IN_PASSING = 5 };
    struct condition_record wide = m->rules->conditions[index];
    bool known;
    struct answer *answer = answer_of(m, index + (uint32_t)m->rules->condition_count, 0, &known);

    wide.scope = SCOPE_DOCUMENT;
    wide.least = MORE_THAN_IN_PASSING;
    if (!known)
        answer->holds = holds_in(m, &wide, 0, (uint32_t)m->doc->token_count);
    return answer->holds;
}

/* Whether the condition holds for the token, wherever it looks. */
static bool find_answer(struct matcher *m, uint32_t index, uint32_t token)
{
    const struct condition_record *condition = &m->rules->conditions[index];
    const struct segment *segment = &m->doc->segments[m->doc->sentences[token_at(m, token)->sentence].segment];

    switch ((enum condition_scope)condition->scope) {
    case SCOPE_SENTENCE:
        return holds_in_sentence(m, condition, token);
    case SCOPE_PARAGRAPH:
        return holds_in(m, condition, segment->first_token, segment->first_token + segment->token_count);
    case SCOPE_DOCUMENT:
        return holds_in(m, condition, 0, (uint32_t)m->doc->token_count);
    case SCOPE_NEARBY:
        return holds_in_sentence(m, condition, token) || holds_around(m, condition, token) || holds_often(m, index);
    }
    return false;
}

static bool condition_holds(struct matcher *m, uint32_t index, uint32_t token)
{
    const struct condition_record *condition = &m->rules->conditions[index];
    uint32_t sentence = token_at(m, token)->sentence;
    uint32_t scope = condition->scope == SCOPE_DOCUMENT    ? 0
                     : condition->scope == SCOPE_PARAGRAPH ? (uint32_t)m->doc->sentences[sentence].segment
                                                           : sentence;

    bool known, holds;
    struct answer *answer = answer_of(m, index, scope, &known);

    if (known)
        return answer->holds;
    holds = find_answer(m, index, token); /* which may move the answers */
    answer_of(m, index, scope, &known)->holds = holds;
    return holds;
}

/* Company that only the neighbours show is little: nor may an <unless> hold there. */
static bool is_excused_nearby(struct matcher *m, const struct rule_record *rule, uint32_t token)
{
    const struct condition_record *first = &m->rules->conditions[rule->first_condition];

    for (uint32_t i = 0; i < rule->condition_count; i++)
        if (first[i].negative && first[i].scope == SCOPE_SENTENCE && holds_around(m, &first[i], token))
            return true;
    return false;
}

/* No <unless> may hold; of each group of <near> one must, but where the source is evidence enough. */
static bool conditions_hold(struct matcher *m, const struct rule_record *rule, bool unconditional, uint32_t token)
{
    enum evidence evidence = source_evidence(m, rule, token);

    if (evidence == EVIDENCE_AGAINST || evidence == EVIDENCE_PROOF)
        return evidence == EVIDENCE_PROOF;
    unconditional = unconditional || evidence == EVIDENCE_FOR;
    bool far = false;

    for (uint32_t i = 0; i < rule->condition_count;) {
        uint32_t index = rule->first_condition + i;
        const struct condition_record *condition = &m->rules->conditions[index];

        if (condition->negative) {
            if (condition_holds(m, index, token))
                return false;
            i++;
            continue;
        }
        bool any = unconditional, here = unconditional;

        for (uint32_t group = condition->group; i < rule->condition_count; i++) {
            const struct condition_record *next = &m->rules->conditions[rule->first_condition + i];

            if (next->negative || next->group != group)
                break;
            bool holds = !here && condition_holds(m, rule->first_condition + i, token);

            any = any || holds;
            here = here || (holds && (next->scope != SCOPE_NEARBY || holds_in_sentence(m, next, token)));
        }
        if (!any)
            return false;
        far = far || !here;
    }
    return !far || !is_excused_nearby(m, rule, token);
}

/* What the issue marks, in bytes: the match, or the sentence or segment it stands in. */
static struct span marked_span(const struct matcher *m, enum rule_marks marks)
{
    uint32_t low, high;

    range_of(m, &low, &high);
    const struct sentence *sentence = &m->doc->sentences[token_at(m, low)->sentence];

    if (marks == MARKS_SENTENCE)
        return sentence->span;
    if (marks == MARKS_SEGMENT)
        return m->doc->segments[sentence->segment].span;
    if (m->mark_start != NO_ID && m->mark_end != NO_ID && m->mark_start < m->mark_end) {
        low = m->mark_start;
        high = m->mark_end - 1;
    }
    return (struct span){ token_at(m, low)->span.start, token_at(m, high)->span.end };
}

static bool is_reported(const struct issues *issues, const struct rule_info *info, struct span span)
{
    for (size_t i = issues->count; i-- > 0;) {
        const struct issue *issue = &issues->items[i];

        if (issue->rule == info && issue->span.start < span.end && span.start < issue->span.end)
            return true;
        if (issues->count - i > 32)
            break;
    }
    return false;
}

/* Markup that the source has as well is no residue of a translation. */
static bool is_in_source(const struct matcher *m, const struct rule_info *info, struct span span)
{
    uint32_t token = m->first;

    if (!slice_starts(info->category, SLICE("markup/")))
        return false;
    while (token + 1 <= m->last && m->doc->tokens[token].span.end <= span.start)
        token++;
    struct slice source = m->doc->sentences[token_at(m, token)->sentence].source, marked = text_of(m->doc, span);

    return source.len > 0 && marked.len > 0 && memmem(source.at, source.len, marked.at, marked.len) != NULL;
}

/* "in Polen": what is marked is written as what it should be, whatever word the dictionary takes it for. */
static bool has_right_word(const struct matcher *m, const struct bound_items *bound, const struct rule_info *info,
                           struct span span)
{
    return bound->rule->suggestion_count > 0 && slice_equal(info->category, SLICE("accuracy/mistranslation")) &&
           slice_equal(suggestion_text(bound, bound->rule->first_suggestion, m->issues->arena), text_of(m->doc, span));
}

static void report_match(struct matcher *m, const struct pattern_record *pattern)
{
    const struct rule_record *rule = &m->rules->rules[pattern->rule];
    const struct rule_info *info = rule_info_at(m->rules, pattern->rule);
    struct span span = marked_span(m, (enum rule_marks)rule->marks);

    struct bound_items bound = { m->rules, rule, m->doc, m->items, m->item_count, m->bound };

    if (is_reported(m->issues, info, span) || is_in_source(m, info, span) || has_right_word(m, &bound, info, span))
        return;
    struct issue *issue = issues_add(m->issues, info, span);
    issue->confidence = pattern->confidence;
    issue->habit = rule->once != 0;
    bool name = slice_equal(info->category, SLICE("accuracy/do-not-translate"));

    if (rule->suggestion_count == 0 && (rule->marks != MARKS_MATCH || is_residue(info)))
        issue_suggest(m->issues, issue, (struct slice){ 0 });
    for (uint32_t i = 0; i < rule->suggestion_count; i++)
        issue_suggest(m->issues, issue,
                      name ? suggested_name(&bound, rule->first_suggestion + i, m->issues->arena)
                           : suggestion_text(&bound, rule->first_suggestion + i, m->issues->arena));
}

/* A rule that speaks of the whole document has spoken already. */
static bool has_spoken(const struct matcher *m, uint32_t rule)
{
    for (size_t i = 0; m->rules->rules[rule].once != 0 && i < m->issues->count; i++)
        if (m->issues->items[i].rule == &m->rules->infos[rule])
            return true;
    return false;
}

/* Debris of a page or a prompt that the text tells of. */
static bool is_told_debris(const struct matcher *m, uint32_t rule, uint32_t token)
{
    return m->rules->rules[rule].marks != MARKS_MATCH &&
           slice_starts(rule_info_at(m->rules, rule)->category, SLICE("markup/")) && is_told(m, token);
}

static void try_pattern(struct matcher *m, const struct started_pattern *started, uint32_t token)
{
    const struct pattern_record *pattern = &m->rules->patterns[started->pattern];

    if (match_at(m, pattern->first_item, pattern->item_count, (enum rule_order)pattern->order, pattern->anchor, token,
                 started->fits)) {
        uint32_t low, high;

        range_of(m, &low, &high);
        if (!has_spoken(m, pattern->rule) && !is_told_debris(m, pattern->rule, low) &&
            conditions_hold(m, &m->rules->rules[pattern->rule], pattern->unconditional != 0, low))
            report_match(m, pattern);
    }
}

/* What the token's type has, but for a verb whose prefix stands apart, and for types that nobody described. */
static const struct word_triggers *triggers_at(const struct matcher *m, uint32_t index)
{
    const struct token *token = token_at(m, index);

    return token->analysis.joined == NO_ID && token->type->triggers != NULL
               ? token->type->triggers
               : find_token_triggers(m->rules, m->issues->arena, m->doc, token);
}

static void match_segment(struct matcher *m)
{
    const struct word_triggers **words =
        arena_array(m->issues->arena, m->last - m->first, sizeof(struct word_triggers *));

    *m->signature = (struct signature){ { 0 } };
    for (uint32_t token = m->first; token < m->last; token++) {
        words[token - m->first] = triggers_at(m, token);
        sign_word(m->signature, words[token - m->first]);
    }
    for (uint32_t token = m->first; token < m->last; token++) {
        const struct word_triggers *triggers = words[token - m->first];
        const partner_bit *partners = NULL; /* of the pattern before */
        bool there = false;

        for (uint32_t i = 0; i < triggers->count; i++) {
            const struct started_pattern *started = &triggers->patterns[i];

            if (started->partners != partners)
                there = holds_partners(m->signature, started->partners, started->partner_count);
            partners = started->partners;
            if (there)
                try_pattern(m, started, token);
        }
    }
}

void rules_match(const struct rule_set *rules, const struct document *doc, struct issues *issues)
{
    uint32_t bound[64]; /* more than the items a pattern may have */
    struct answers answers = { 0 };
    struct signature signature;
    struct matcher m = {
        .rules = rules,
        .lexicon = rules->lexicon,
        .doc = doc,
        .issues = issues,
        .bound = bound,
        .answers = &answers,
        .signature = &signature,
    };

    for (size_t i = 0; i < doc->segment_count; i++) {
        set_range(&m, &doc->segments[i]);
        match_segment(&m);
    }
}
