"""`rotstift filter` under the pipe of a real Spark: segments of several partitions, checked in as many processes."""
import json
import pathlib
import subprocess
import unittest

SEGMENTS = [{"id": "gut", "target": "Die Sonne scheint auf den Garten."},
            {"id": "doppelt", "target": "Er hat hat das getan."},
            {"id": "ä \"€\" 😀", "target": "Der Konzern verlor 5 Millionen Euro.",
             "source": "The company lost 5 billion euros."},
            {"id": "leer", "target": ""}]
JOB = """
import json, sys
from pyspark import SparkConf, SparkContext

settings = {"spark.ui.enabled": "false", "spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1"}
spark = SparkContext(conf=SparkConf().setMaster("local[2]").setAll(settings.items()))
spark.setLogLevel("OFF")
lines = spark.parallelize(sys.stdin.read().splitlines(), 5)
json.dump([lines.pipe(command, checkCode=False).collect() for command in sys.argv[1:]], sys.stdout)
spark.stop()
"""


class Spark(unittest.TestCase):
    """rotstift and work are set by run.py."""
    rotstift: pathlib.Path
    work: pathlib.Path

    @classmethod
    def setUpClass(cls):
        """One session, since it takes long to start: good lines, with and without threads, and a bad one among them."""
        cls.lines = [json.dumps(dict(segment, doc=n // 100), ensure_ascii=False)
                     for n in range(300) for segment in SEGMENTS]
        cls.lines[7] = '{"id": 7}'
        command = f"{cls.rotstift} filter"
        done = subprocess.run([cls.work / "spark/bin/python", "-c", JOB, command, command + " -j2"],
                              input="\n".join(cls.lines), capture_output=True, text=True, encoding="utf8", timeout=600)
        if done.returncode != 0:
            raise AssertionError(done.stderr[-4000:])
        cls.answers, cls.with_threads = json.loads(done.stdout)

    def test_each_line_is_answered_in_its_place(self):
        self.assertEqual(len(self.answers), len(self.lines))
        for n, (line, answer) in enumerate(zip(self.lines, map(json.loads, self.answers))):
            self.assertEqual(answer["id"], json.loads(line)["id"])
            self.assertEqual("error" in answer, n == 7)

    def test_the_answers_are_those_of_the_program_alone(self):
        alone = subprocess.run([self.rotstift, "filter"], input="\n".join(self.lines), capture_output=True, text=True,
                               encoding="utf8").stdout.splitlines()
        without_line = lambda answer: {k: v for k, v in json.loads(answer).items() if k != "line"}  # of the partition
        self.assertEqual(list(map(without_line, self.answers)), list(map(without_line, alone)))

    def test_threads_change_nothing(self):
        self.assertEqual(self.with_threads, self.answers)
