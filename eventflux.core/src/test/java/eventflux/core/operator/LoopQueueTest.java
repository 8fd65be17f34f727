package eventflux.core.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import eventflux.core.operator.loop.LoopQueue;
import eventflux.core.operator.loop.PartMemory;
import eventflux.core.operator.loop.ReturningRows;
import eventflux.core.row.RowSheet;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopQueueTest {

    private final RowSheet sheet = new RowSheet(RowSheet.schema("a int"));
    private final StreamJunction stream = new StreamJunction("S", sheet.layout(), false);
    private final List<String> seen = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    private ReturningRows end(String name, LoopQueue queue) {
        return new ReturningRows(
                name,
                stream,
                queue,
                PartMemory.none(),
                new RowView(sheet.layout(), new SymbolTable()),
                (where, row, cause) -> failed.add(where + " " + row + " " + cause.getMessage()));
    }

    // A query that hands on rows up to some number of them in all, and writes into memory that it uses again.
    private RunReceiver returning(ReturningRows end, int times) {
        int[] left = {times};
        return run -> {
            if (left[0]-- > 0) {
                RowSheet again = new RowSheet(sheet.layout().schema());
                end.receive(again.add(times - left[0], 10 + left[0]).run());
            }
        };
    }

    @Test
    void letsRowsGoOnInTheirOrderWhenTheStepIsOver() {
        LoopQueue queue = new LoopQueue(10);
        stream.inSteps(queue);
        stream.add(run -> seen.add(sheet.texts(run).toString()));
        stream.add(returning(end("x", queue), 2));
        stream.add(returning(end("y", queue), 1));
        stream.add(run -> seen.add("end"));

        stream.receive(sheet.add(5, 1).add(6, 2).run());

        assertThat(seen)
                .containsExactly(
                        "[@5[1]]", "end", "[@1[11]]", "end", "[@1[10]]", "end", "[@2[10]]", "end", "[@6[2]]", "end");
        assertThat(failed).isEmpty();
    }

    @Test
    void makesAStepOfItsOwnOfWhatComesOutsideOfAny() {
        LoopQueue queue = new LoopQueue(10);
        stream.add(run -> seen.add(sheet.texts(run).toString()));

        end("x", queue).receive(sheet.add(1, 1).add(2, 2).run());

        assertThat(seen).containsExactly("[@1[1]]", "[@2[2]]");
    }

    @Test
    void failsRowsThatAreTooManyForOneStep() {
        LoopQueue queue = new LoopQueue(2);
        stream.inSteps(queue);
        ReturningRows end = end("query q", queue);
        stream.add(end);
        stream.add(run -> seen.add(sheet.texts(run).toString()));

        stream.receive(sheet.add(1, 7).run());
        stream.receive(sheet.run());

        assertThat(seen).hasSize(6);
        assertThat(failed)
                .hasSize(2)
                .allMatch(text -> text.startsWith("query q @1[7] ") && text.contains("loop-too-long"))
                .allMatch(text -> text.contains("more than 2 rows") && text.contains("the last into S"));
    }

    @Test
    void forgetsWhatWaitsWhenAStepBreaks() {
        LoopQueue queue = new LoopQueue(10);
        stream.inSteps(queue);
        ReturningRows end = end("x", queue);
        int[] rows = {0};
        stream.add(run -> {
            rows[0]++;
            if (rows[0] == 1) {
                end.receive(new RowSheet(sheet.layout().schema())
                        .add(1, 1)
                        .add(2, 2)
                        .run());
            } else if (rows[0] == 2) {
                throw new IllegalStateException("broken");
            }
        });

        assertThatThrownBy(() -> stream.receive(sheet.add(1, 7).run())).hasMessage("broken");
        stream.receive(sheet.run());

        assertThat(rows[0]).isEqualTo(3);
    }

    @Test
    void allocatesNothingInSteadyState() {
        LoopQueue queue = new LoopQueue(100);
        stream.inSteps(queue);
        ReturningRows first = end("x", queue);
        ReturningRows second = end("y", queue);
        long[] rows = new long[1];
        stream.add(run -> {
            rows[0]++;
            if (rows[0] % 8 != 0) {
                (rows[0] % 2 == 0 ? first : second).receive(run);
            }
        });
        sheet.add(1, 7);
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        turn(100_000);

        long before = memory.getCurrentThreadAllocatedBytes();
        turn(10_000);
        long bytes = memory.getCurrentThreadAllocatedBytes() - before;

        assertThat(bytes / 10_000).isZero();
        assertThat(rows[0]).isEqualTo(110_000 * 8);
    }

    private void turn(int times) {
        var run = sheet.run();
        for (int i = 0; i < times; i++) {
            stream.receive(run);
        }
    }
}
