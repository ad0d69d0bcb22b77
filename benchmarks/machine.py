"""What the benchmarks run with: the distribution of lamin, an environment with the peers, and the machine itself."""

import os
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "target" / "benchmarks"
REQUIREMENTS = ROOT / "benchmarks" / "requirements.txt"


@dataclass(frozen=True)
class Lamin:
    """The built distribution, and how it starts Java."""

    app: Path
    java_home: Path
    java_options: list[str]
    class_path: str
    has_cache: bool

    @property
    def command(self):
        return str(self.app / "bin" / "lamin")

    def java(self, *arguments, class_path=None, options=("-XX:TieredStopAtLevel=1",)):
        """A Java process with the options that lamin's launcher takes; without others, it has the same compiler too."""
        options = [*self.java_options, *options]
        return [str(self.java_home / "bin" / "java"), *options, "-cp", class_path or self.class_path, *arguments]

    @staticmethod
    def built():
        app = ROOT / "lamin-cli" / "target" / "lamin4j"
        if not (app / "lib" / ".build-id").exists():
            sys.exit("there is no distribution: run mvn -DskipTests package")
        script = '. "$1/lib/java.sh"; java_find; java_settings "$1"; printf "%s\\n" "$java_home" "$java_options" "$class_path" "$cache"'
        told = subprocess.run(["sh", "-c", script, "sh", str(app)], check=True, text=True, capture_output=True)
        java_home, java_options, class_path, cache = told.stdout.split("\n")[:4]
        return Lamin(app, Path(java_home), java_options.split(), class_path, bool(cache) and Path(cache).exists())

    def compiled_helpers(self, name="classes"):
        """The Java programs beside this file."""
        classes = fresh(WORK / name)
        sources = sorted(str(file) for file in (ROOT / "benchmarks" / "java").glob("*.java"))
        javac = [str(self.java_home / "bin" / "javac"), "-cp", self.class_path, "-d", str(classes), *sources]
        subprocess.run(javac, check=True)
        return classes


@dataclass(frozen=True)
class Flyway:
    """Flyway's jars and the program that runs it."""

    class_path: str

    @staticmethod
    def made(lamin):
        source, jars = ROOT / "benchmarks" / "flyway", WORK / "flyway"
        ready = jars / "pom.xml"
        if not ready.exists() or ready.read_text() != (source / "pom.xml").read_text():
            goal = ["dependency:copy-dependencies", f"-DoutputDirectory={fresh(jars)}"]
            subprocess.run(["mvn", "-B", "-q", "-f", str(source / "pom.xml"), *goal], check=True)
            shutil.copy(source / "pom.xml", ready)
        class_path = f"{fresh(WORK / 'flyway-classes')}:{jars}/*:{lamin.class_path}"
        javac = [str(lamin.java_home / "bin" / "javac"), "-cp", class_path, "-d", class_path.split(":")[0]]
        subprocess.run([*javac, *map(str, sorted(source.glob("*.java")))], check=True)
        return Flyway(class_path)


@dataclass(frozen=True)
class Peers:
    """A Python environment with LaminDB, Django and Alembic."""

    folder: Path

    def program(self, name):
        return str(self.folder / "bin" / name)

    @staticmethod
    def made():
        folder = WORK / "peers"
        ready = folder / "requirements.txt"
        if not ready.exists() or ready.read_text() != REQUIREMENTS.read_text():
            print(f"installing the peers in {folder} ...", file=sys.stderr, flush=True)
            fresh(folder)
            subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
            pip = [str(folder / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check"]
            subprocess.run([*pip, "--requirement", str(REQUIREMENTS)], check=True)
            shutil.copy(REQUIREMENTS, ready)
        return Peers(folder)


def environment(home, **variables):
    """The variables of a process with a home folder of its own, which looks for nothing outside."""
    kept = {name: os.environ[name] for name in ("PATH", "JAVA_HOME", "LAMIN_JAVA_HOME", "LANG") if name in os.environ}
    return {**kept, "HOME": str(home), "LAMIN_SETTINGS_DIR": str(home), **variables}


def fresh(folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def load():
    return round(os.getloadavg()[0], 1)


def description():
    return {
        "cores": os.cpu_count(),
        "processor": processor(),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
    }


def processor():
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        return next(line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()
