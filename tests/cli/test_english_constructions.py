"""English constructions in German words: what the checks of participles, clauses, particles and prepositions
mark, where, and what they leave alone."""
import json
import unittest

from program import rotstift


class EnglishConstructions(unittest.TestCase):
    def marked(self, rule, text):
        """What a rule marks in a segment."""
        run = rotstift("filter", stdin=json.dumps({"id": 1, "target": text}) + "\n")
        return [text[i["start"]:i["end"]] for i in json.loads(run.stdout)["issues"] if i["rule"] == "check/" + rule]

    def suggested(self, text):
        run = rotstift("filter", stdin=json.dumps({"id": 1, "target": text}) + "\n")
        return [i["suggestions"] for i in json.loads(run.stdout)["issues"] if i["rule"] == "check/english-preposition"]

    def test_a_compound_with_the_head_of_the_right_term_is_only_doubted(self):
        segment = {"id": 1, "source": "The miners rejected the pay offer.", "target": "Die Bergleute schlugen das Lohnangebot aus."}
        run = rotstift("filter", stdin=json.dumps(segment) + "\n")
        self.assertEqual(json.loads(run.stdout)["issues"], [])

    def test_a_progressive_form_is_marked_but_no_adjective(self):
        self.assertEqual(self.marked("english-participle", "Die Stadt ist seit Mai werbend um Lehrer."), ["werbend"])
        self.assertEqual(self.marked("english-participle", "Der Umbau ist spannend und dringend."), [])
        self.assertEqual(self.marked("english-participle", "Die planende Behörde ist das Bauamt."), [])

    def test_a_circumstance_with_mit_is_marked_behind_its_clause_only(self):
        self.assertEqual(self.marked("english-circumstance", "Der Bus kippte um, mit elf Fahrgästen verletzt."),
                         ["mit elf Fahrgästen verletzt"])
        self.assertEqual(self.marked("english-circumstance", "Der Bus kippte mit elf Fahrgästen an Bord um."), [])
        self.assertEqual(self.marked("english-circumstance", "Mit Spannung erwartet, enttäuschte der Film."), [])

    def test_a_passive_has_its_receiver_in_the_dative(self):
        self.assertEqual(self.marked("dative-passive", "Der Bergsteiger wurde ein Pokal überreicht."),
                         ["Der Bergsteiger"])
        for right in ("Dem Bergsteiger wurde ein Pokal überreicht.", "Der Pokal wurde gestern überreicht.",
                      "Der Bergsteiger, dem ein Pokal überreicht wurde, schwieg."):
            self.assertEqual(self.marked("dative-passive", right), [])

    def test_the_object_of_wanting_is_no_subject_of_an_infinitive(self):
        self.assertEqual(self.marked("raised-object", "Die Mieter erwarten den Besitzer, das Dach zu flicken."),
                         ["erwarten den Besitzer"])
        self.assertEqual(self.marked("raised-object", "Die Mieter bitten den Besitzer, das Dach zu flicken."), [])
        self.assertEqual(self.marked("raised-object", "Die Mieter erwarten, das Dach bald flicken zu können."), [])

    def test_a_particle_that_no_verb_has_stands_alone(self):
        self.assertEqual(self.marked("lone-particle", "Der Koch merkte den Fehler in der Liste aus."), ["merkte"])
        for right in ("Der Koch probierte das Rezept in der Küche aus.", "Vom Fenster aus merkte er nichts.",
                      "Der Koch merkte sich das Rezept, von da an schwieg er."):
            self.assertEqual(self.marked("lone-particle", right), [])

    def test_a_preposition_from_english_is_marked_with_the_german_one(self):
        wrong = "Der Hafen warnt seit gestern über eine Sturmflut."
        self.assertEqual((self.marked("english-preposition", wrong), self.suggested(wrong)), (["über"], [["vor"]]))
        self.assertEqual(self.marked("english-preposition", "Der Hafen warnt seit gestern vor einer Sturmflut."), [])
        self.assertEqual(self.marked("english-preposition", "Der Hafen warnt über Funk vor einer Sturmflut."), [])

    def test_the_noun_behind_the_preposition_decides(self):
        self.assertEqual(self.marked("english-preposition", "Ihre Reise zu Japan dauerte lange."), ["zu"])
        self.assertEqual(self.marked("english-preposition", "Ihre Reise zu Freunden dauerte lange."), [])
        self.assertEqual(self.marked("english-preposition", "Der Forscher arbeitet auf einem neuen Album."), ["auf"])
        self.assertEqual(self.marked("english-preposition", "Der Forscher arbeitet auf einem alten Schiff."), [])

    def test_a_genitive_may_stand_between_the_noun_and_its_preposition(self):
        self.assertEqual(self.marked("english-preposition", "Das Interesse der Firmen in dem Projekt sinkt."), ["in"])
        self.assertEqual(self.marked("english-preposition", "Das Interesse der Firmen an dem Projekt sinkt."), [])

    def test_a_time_with_the_right_preposition_is_no_excuse(self):
        self.assertEqual(self.marked("english-preposition", "Sie starb am Dienstag von den Folgen."), ["von"])
        self.assertEqual(self.marked("english-preposition", "Sie starb am Dienstag an den Folgen."), [])

    def test_an_infinitive_is_a_noun_of_its_own(self):
        self.assertEqual(self.marked("english-preposition", "Er ist unfähig von dem Halten der Stadt."), ["von"])
        self.assertEqual(self.marked("english-preposition", "Sie kam mit großer Freude im Herzen zu Gästen."), [])

    def test_what_has_no_german_preposition_gets_no_replacement(self):
        text = "Der Präsident widersetzte sich gegen den Ausschuss."
        self.assertEqual((self.marked("english-preposition", text), self.suggested(text)), (["gegen"], [[]]))

    def test_half_sentences_and_odd_marks_end_in_no_fault(self):
        for text in ("aus.", "Mit", "mit , aus .", "warnt über", "über über über", "wurde", "ist planend", ", zu"):
            run = rotstift("filter", stdin=json.dumps({"id": 1, "target": text}) + "\n")
            self.assertEqual((run.returncode, run.stderr), (0, ""))


if __name__ == "__main__":
    unittest.main()
