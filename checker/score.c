#include "score.h"

struct score score_of(const struct document *doc, const struct issues *issues)
{
    struct score score = { .words = doc->word_count };
    double words = doc->word_count > 0 ? (double)doc->word_count : 1;

    for (size_t i = 0; i < issues->count; i++) {
        score.count[issues->items[i].severity]++;
        score.penalty += severity_penalty(issues->items[i].severity);
    }
    score.penalty_per_1000 = 1000 * score.penalty / words;
    score.score = 100 - 100 * score.penalty / words;
    if (score.score < 0)
        score.score = 0;
    return score;
}
