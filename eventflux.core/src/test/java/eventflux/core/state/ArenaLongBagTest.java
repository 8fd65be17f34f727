package eventflux.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eventflux.api.spi.state.LongBag;
import eventflux.api.spi.state.TextCodes;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowSheet;
import eventflux.core.row.SymbolTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArenaLongBagTest {

    private final RecordStore store = new RecordStore();
    private final RowArena arena = new RowArena();
    private final SymbolTable symbols = new SymbolTable();
    private final OperatorState state =
            new OperatorState(store, arena, "", new RowLayout(RowSheet.schema("a int")), symbols);
    private final LongBag bag = state.longBag("bag");
    private final TextCodes texts = state.texts();
    private final LongBag textBag = texts.bag("texts");

    @BeforeEach
    void createARecord() {
        store.create();
    }

    @Test
    void answersWhatASortedListAnswers() {
        SplittableRandom random = new SplittableRandom(7);
        for (int range : new int[] {3, 50, 100_000}) {
            List<Long> model = new ArrayList<>();
            for (int i = 0; i < 4_000; i++) {
                if (!model.isEmpty() && random.nextInt(5) < 2) {
                    Long gone = model.remove(random.nextInt(model.size()));
                    assertThat(bag.remove(gone)).isEqualTo(!model.contains(gone));
                } else {
                    long value = random.nextInt(range) - range / 2;
                    assertThat(bag.add(value)).isEqualTo(!model.contains(value));
                    model.add(value);
                    Collections.sort(model);
                }
                check(model, random.nextInt(range) - range / 2);
            }
            bag.clear();
            assertThat(bag.isEmpty()).isTrue();
        }
    }

    private void check(List<Long> sorted, long limit) {
        assertThat(bag.size()).isEqualTo(sorted.size());
        assertThat(bag.distinct()).isEqualTo(sorted.stream().distinct().count());
        if (!sorted.isEmpty()) {
            assertThat(bag.first()).isEqualTo(sorted.get(0));
            assertThat(bag.last()).isEqualTo(sorted.get(sorted.size() - 1));
            int rank = Math.floorMod((int) limit, sorted.size());
            assertThat(bag.at(rank)).isEqualTo(sorted.get(rank));
        }
        long floor = sorted.stream()
                .filter(value -> value <= limit)
                .reduce((a, b) -> b)
                .orElse(Long.MIN_VALUE);
        assertThat(bag.floor(limit, Long.MIN_VALUE)).isEqualTo(floor);
    }

    @Test
    void ordersCodesByTheirTexts() {
        for (String text : List.of("pear", "\uD83D\uDE00", "apple", "\uFFFD", "quince", "apple")) {
            textBag.add(texts.code(text));
        }

        assertThat(texts.text(textBag.first())).isEqualTo("apple");
        assertThat(texts.text(textBag.last())).isEqualTo("\uD83D\uDE00");
        assertThat(textBag.distinct()).isEqualTo(5);
    }

    @Test
    void keepsItsTextsFromBeingSwept() {
        // given
        textBag.add(texts.code("kept"));
        texts.code("lost");

        // when
        BitSet held = new BitSet();
        store.mark(held);
        symbols.sweep(held);

        // then
        assertThat(symbols.size()).isEqualTo(1);
        assertThat(texts.text(textBag.first())).isEqualTo("kept");
    }

    @Test
    void isTheSameAfterARestore() {
        // given
        for (long value : new long[] {5, -3, 5, 9, Long.MAX_VALUE, Long.MIN_VALUE}) {
            bag.add(value);
        }
        SnapshotWriter saved = new SnapshotWriter();
        store.save(saved);
        bag.clear();
        bag.add(1);

        // when
        store.restore(new SnapshotReader(saved.toBytes()));

        // then
        assertThat(bag.size()).isEqualTo(6);
        assertThat(bag.distinct()).isEqualTo(5);
        assertThat(bag.at(2)).isEqualTo(5);
        assertThat(bag.at(3)).isEqualTo(5);
    }

    @Test
    void takesNoMoreMemoryWhenItsSizeStays() {
        // given
        for (long i = 0; i < 1_000; i++) {
            bag.add(i);
        }
        long before = arena.bytes();

        // when
        for (long i = 1_000; i < 50_000; i++) {
            bag.remove(i - 1_000);
            bag.add(i);
        }

        // then
        assertThat(arena.bytes()).isEqualTo(before);
    }

    @Test
    void refusesToRemoveWhatIsNotThere() {
        assertThatIllegalStateException().isThrownBy(() -> bag.remove(4));
        assertThatIllegalStateException().isThrownBy(bag::first);
    }
}
