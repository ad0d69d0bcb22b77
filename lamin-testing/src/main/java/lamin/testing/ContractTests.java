package lamin.testing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lamin.authoring.CheckReport;
import lamin.authoring.Problem;
import lamin.authoring.Problem.Kind;
import lamin.schema.LaminException;
import org.junit.jupiter.api.DynamicTest;

/** The tests of the contract that need no database. */
final class ContractTests {
    private ContractTests() {}

    /** One test for each rule if all of them hold, otherwise only the failing ones. */
    static Stream<DynamicTest> of(CheckReport report) {
        var problems = report.failures();
        return problems.isEmpty()
                ? Arrays.stream(Kind.values())
                        .filter(kind -> kind.code().isPresent())
                        .map(kind -> DynamicTest.dynamicTest(kind.rule(), () -> {}))
                : problems.stream().map(Problem::kind).distinct().map(kind -> failing(kind, report));
    }

    private static DynamicTest failing(Kind kind, CheckReport report) {
        var lines = report.failures().stream()
                .filter(problem -> problem.kind() == kind)
                .flatMap(problem -> report.text(problem).stream())
                .toList();
        return test(kind.rule(), () -> {
            throw new ContractFailure(
                    kind.isBlock()
                            ? List.of("operations are missing; they are printed after the last test and are in"
                                    + " target/lamin/missing-operations.txt")
                            : lines);
        });
    }

    /** A test that reports refusals by the library without the library's stack trace. */
    static DynamicTest test(String name, Runnable check) {
        return DynamicTest.dynamicTest(name, () -> {
            try {
                check.run();
            } catch (LaminException e) {
                throw new ContractFailure(Stream.concat(
                                String.valueOf(e.getMessage()).lines(),
                                e.remedies().stream().map(Wording::of))
                        .toList());
            }
        });
    }
}
