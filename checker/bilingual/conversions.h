/* Figures that a translator reckons over in ways that a table of units does not tell. */
#ifndef ROTSTIFT_BILINGUAL_CONVERSIONS_H
#define ROTSTIFT_BILINGUAL_CONVERSIONS_H

#include "bilingual/quantities.h"
#include "checks/checks.h"

/* The quantities of a block on both sides. */
struct quantity_sides {
    const struct quantity_row *english, *german;
};

/* True when a German quantity may be an English one in another currency ("$890" – "820 Euro"), as consumption ("33
 * miles per gallon" – "7,1 Liter"), rainfall, a change told as so many times ("1.6 times as likely" – "60 Prozent
 * wahrscheinlicher"), what is left of several ("all but three of the 33" – "30 der 33"), or one
 * whose unit is not said again ("370 miles …, after 210" – "600 Kilometer …, nach 340"). */
bool is_reckoned_over(const struct check_run *run, const struct quantity_sides *sides, const struct quantity *german);

#endif
