"""What is right in one variant of German and wrong in another."""
import json
import unittest

from program import rotstift


class Variants(unittest.TestCase):
    def rules(self, variant, text):
        """The rules that mark a segment, and what they propose."""
        line = json.dumps({"id": 1, "target": text}) + "\n"
        run = rotstift("filter", "--variant", variant, stdin=line)
        return {issue["rule"]: issue["suggestions"] for issue in json.loads(run.stdout)["issues"]}

    def test_switzerland_has_no_sharp_s(self):
        text = "Die Straße ist gesperrt, der Fußweg auch."
        self.assertEqual(self.rules("de-CH", text), {"check/regional-word": ["Strasse"]})
        self.assertEqual(self.rules("de-DE", text), {})
        self.assertEqual(self.rules("de-CH", "Die Strasse ist gesperrt."), {})
        self.assertIn("check/missing-sharp-s", self.rules("de-AT", "Die Strasse ist gesperrt."))

    def test_months_and_bicycles_have_their_countries(self):
        self.assertEqual(self.rules("de-AT", "Die Wahl ist im Januar."), {"check/regional-word": ["Jänner"]})
        self.assertEqual(self.rules("de-DE", "Die Wahl ist im Jänner."), {"check/regional-word": ["Januar"]})
        self.assertEqual(self.rules("de-CH", "Er kaufte ein Fahrrad."), {"check/regional-word": ["Velo"]})

    def test_trotz_may_take_the_dative_in_switzerland(self):
        text = "Der Zug kam trotz dem Regen an."
        self.assertEqual(self.rules("de-CH", text), {})
        self.assertIn("check/government", self.rules("de-DE", text))

    def test_guillemets_point_the_other_way_in_switzerland(self):
        outwards, inwards = "«Wir bleiben», sagte sie.", "»Wir bleiben«, sagte sie."
        self.assertEqual(self.rules("de-CH", outwards), {})
        self.assertEqual(self.rules("de-CH", inwards), {"check/foreign-guillemets": ["«"]})
        self.assertEqual(self.rules("de-DE", inwards), {})
        self.assertEqual(self.rules("de-AT", outwards), {"check/foreign-guillemets": ["»"]})


if __name__ == "__main__":
    unittest.main()
