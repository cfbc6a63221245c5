#include "lexicon/lone_word.h"

void make_lone_word(const struct word_type *type, struct lone_word *out)
{
    const struct span span = { 0, (uint32_t)type->text.len };

    out->token = (struct token){
        .span = span, .kind = type->kind, .flags = type->flags, .type = type, .analysis = type->analysis
    };
    out->sentence = (struct sentence){ .span = span, .token_count = 1 };
    out->segment = (struct segment){ .span = span, .sentence_count = 1, .token_count = 1 };
    out->doc = (struct document){ .text = type->text,
                                  .segments = &out->segment,
                                  .segment_count = 1,
                                  .sentences = &out->sentence,
                                  .sentence_count = 1,
                                  .tokens = &out->token,
                                  .token_count = 1,
                                  .parts = out->parts };
    if (type->analysis.part_count > 0)
        memcpy(out->parts, type->parts, type->analysis.part_count * sizeof(*out->parts));
}
