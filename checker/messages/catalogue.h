/* The compiled catalogue, made by embed.sh. */
#ifndef ROTSTIFT_MESSAGES_CATALOGUE_H
#define ROTSTIFT_MESSAGES_CATALOGUE_H

extern const unsigned char messages_de[];

#endif
