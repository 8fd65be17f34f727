package eventflux.core.operator;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.core.row.RowSheet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamJunctionTest {

    private final RowSheet sheet = new RowSheet(RowSheet.schema("a int"));
    private final StreamJunction junction = new StreamJunction("S", sheet.layout(), false);
    private final List<String> seen = new ArrayList<>();

    private RunReceiver noting(String name) {
        return run -> seen.add(name + sheet.texts(run));
    }

    @Test
    void handsRowsToObserversBeforeQueries() {
        junction.add(noting("query 1 "));
        junction.observe(noting("observer 1 "));
        junction.add(noting("query 2 "));
        junction.observe(noting("observer 2 "));

        junction.receive(sheet.add(1, 7).run());

        assertThat(seen)
                .containsExactly("observer 1 [@1[7]]", "observer 2 [@1[7]]", "query 1 [@1[7]]", "query 2 [@1[7]]");
    }

    @Test
    void handsWholeRunsToEachReaderInTurn() {
        junction.add(noting("1"));
        junction.add(noting("2"));

        junction.receive(sheet.add(1, 7).add(2, 8).run());

        assertThat(seen).containsExactly("1[@1[7], @2[8]]", "2[@1[7], @2[8]]");
        assertThat(junction.received()).isEqualTo(2);
    }

    @Test
    void handsEachRowToAllReadersWhereTheyTakeTurns() {
        StreamJunction byRow = new StreamJunction("S", sheet.layout(), true);
        byRow.add(noting("1"));
        byRow.add(noting("2"));

        byRow.receive(sheet.add(1, 7).add(2, 8).run());

        assertThat(seen).containsExactly("1[@1[7]]", "2[@1[7]]", "1[@2[8]]", "2[@2[8]]");
        assertThat(byRow.received()).isEqualTo(2);
    }

    @Test
    void handsNothingToAnObserverThatWasForgotten() {
        RunReceiver first = noting("first");
        RunReceiver second = noting("second");
        junction.add(noting("query"));
        junction.observe(first);
        junction.observe(second);

        junction.forget(first);
        junction.observe(noting("third"));
        junction.receive(sheet.add(1, 7).run());

        assertThat(seen).containsExactly("second[@1[7]]", "third[@1[7]]", "query[@1[7]]");
    }

    @Test
    void forgetsAnObserverOnlyOnce() {
        RunReceiver gone = noting("gone");
        junction.observe(noting("first"));
        junction.observe(gone);
        junction.add(noting("query"));

        junction.forget(gone);
        junction.forget(gone);
        junction.observe(noting("second"));
        junction.receive(sheet.add(1, 7).run());

        assertThat(seen).containsExactly("first[@1[7]]", "second[@1[7]]", "query[@1[7]]");
    }

    @Test
    void finishesARunBeforeAChangeOfItsReadersCounts() {
        RunReceiver late = noting("late");
        RunReceiver[] once = new RunReceiver[1];
        once[0] = run -> {
            seen.add("once");
            junction.forget(once[0]);
            junction.observe(late);
        };
        junction.observe(once[0]);
        junction.add(noting("query"));

        junction.receive(sheet.add(1, 7).run());
        junction.receive(sheet.run());

        assertThat(seen).containsExactly("once", "query[@1[7]]", "late[@1[7]]", "query[@1[7]]");
    }
}
