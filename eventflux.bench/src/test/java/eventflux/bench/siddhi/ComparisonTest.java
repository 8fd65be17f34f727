package eventflux.bench.siddhi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final int SOME = 30;

    @Test
    void someApplicationsGiveTheSameInBothEngines() {
        // given
        List<Application> applications = LongStream.range(0, SOME)
                .mapToObj(RandomApplication::of)
                // What depends on the time of now, or on threads of Siddhi that tell nobody when they are done, is for
                // the command.
                .filter(application -> !application.isBoundToNow() && !application.isAggregating())
                .toList();

        // when
        List<Comparison> comparisons = applications.stream().map(Comparison::of).toList();

        // then
        assertThat(comparisons).noneMatch(Comparison::differs).noneMatch(Comparison::isRefusedByBoth);
        assertThat(comparisons.stream()
                        .mapToLong(comparison -> comparison.ours().rows())
                        .sum())
                .isPositive();
    }

    @Test
    void aNumberStandsForTheSameApplication() {
        // given
        long number = 7;

        // when
        Application first = RandomApplication.of(number);
        Application second = RandomApplication.of(number);

        // then
        assertThat(second).isEqualTo(first);
    }

    @Test
    void whatDiffersIsReportedWithTheStatementAndTheRowAlone() {
        // given
        Application application = new Application(
                List.of("a null"),
                false,
                List.of("from T select i insert into Out1", "from S[k != 'a'] select i insert into Out2"),
                List.of(
                        new Step.Send(250, Inputs.FIRST, row("b", 250)),
                        new Step.Send(750, Inputs.SECOND, row("b", 750)),
                        new Step.Send(1_250, Inputs.FIRST, row(null, 1_250))));

        // when
        String report = Report.of(1, Shrinking.of(Comparison.of(application)));

        // then
        assertThat(report)
                .contains("into Out2", "1250 S [null", "Siddhi: Out2 (1)")
                .doesNotContain("into Out1", "750 T", "[b");
    }

    @Test
    void whatOneEngineRefusesDiffers() {
        // given
        Application application =
                new Application(List.of("a sign"), false, List.of("from S select -i as j insert into Out1"), List.of());

        // when
        Comparison comparison = Comparison.of(application);

        // then
        assertThat(comparison.differs()).isTrue();
        assertThat(Report.of(1, comparison)).contains("here: runs it");
    }

    private static List<Object> row(String key, long offset) {
        return Arrays.asList(key, 1, 1L, 1f, 1.0, true, offset);
    }
}
