package eventflux.core.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class SymbolTableTest {

    private final SymbolTable table = new SymbolTable();

    private static int code(SymbolTable table, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return code(table, bytes);
    }

    private static int code(SymbolTable table, byte[] bytes) {
        UnsafeBuffer memory = new UnsafeBuffer(ByteBuffer.allocateDirect(RowLayout.align(bytes.length)));
        memory.putBytes(0, bytes);
        return table.code(memory.addressOffset(), bytes.length);
    }

    private byte[] copied(int code) {
        int length = table.length(code);
        UnsafeBuffer memory = new UnsafeBuffer(ByteBuffer.allocateDirect(RowLayout.align(length) + Long.BYTES));
        memory.setMemory(0, memory.capacity(), (byte) 1);
        table.copy(code, memory.addressOffset());
        byte[] bytes = new byte[length];
        memory.getBytes(0, bytes);
        // Zeros follow up to a multiple of eight bytes, and nothing behind them was touched.
        for (int at = length; at < memory.capacity(); at++) {
            assertThat(memory.getByte(at)).isEqualTo((byte) (at < RowLayout.align(length) ? 0 : 1));
        }
        return bytes;
    }

    @Test
    void givesEachTextOneCodeHoweverItComes() {
        for (String text : List.of("", "a", "abc", "ä", "aä", "äa", "日本語", "a\uD83D\uDE00b", "x".repeat(1000))) {
            int fromText = table.code(text);

            assertThat(code(table, text)).isEqualTo(fromText);
            assertThat(table.code(text)).isEqualTo(fromText);
            assertThat(table.text(fromText)).isEqualTo(text);
            assertThat(table.decode(fromText)).isEqualTo(text);
            assertThat(copied(fromText)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(table.size()).isEqualTo(9);
    }

    @Test
    void givesEachTextOneCodeWhenItsBytesComeFirst() {
        for (String text : List.of("", "abc", "aä", "日本語")) {
            assertThat(code(table, text)).isEqualTo(table.code(text));
        }
        assertThat(table.limit()).isEqualTo(4);
    }

    @Test
    void takesATextThatIsNotWellFormedForWhatItsBytesSay() {
        int code = table.code("a\uD800");

        assertThat(table.text(code)).isEqualTo("a?");
        assertThat(table.code("a\uD800")).isEqualTo(code);
        assertThat(table.code("a?")).isEqualTo(code);
        assertThat(code(table, "a?")).isEqualTo(code);
        assertThat(table.size()).isEqualTo(1);
    }

    @Test
    void takesBytesThatAreNoTextForWhatIsLeftOfThem() {
        int code = code(table, new byte[] {'a', (byte) 0xFF});

        assertThat(table.text(code)).isEqualTo("a\uFFFD");
        assertThat(code(table, new byte[] {'a', (byte) 0xFF})).isEqualTo(code);
        assertThat(table.code("a\uFFFD")).isEqualTo(code);
        assertThat(table.size()).isEqualTo(1);
    }

    @Test
    void tellsATextFromTheSameWithZerosBehind() {
        List<String> texts = List.of("", "\0", "\0\0", "a", "a\0", "1234567", "1234567\0", "12345678", "12345678\0");

        List<Integer> codes = texts.stream().map(table::code).toList();

        assertThat(codes).doesNotHaveDuplicates();
        assertThat(texts.stream().map(text -> code(table, text))).isEqualTo(codes);
    }

    @Test
    void ordersTextsByCodePoints() {
        List<String> ordered = List.of(
                "",
                "\0",
                "\0\0",
                "a",
                "a\0",
                "a\0b",
                "ab",
                "abcdefg",
                "abcdefgh",
                "abcdefgh\0",
                "abcdefghi",
                "abcdefghij".repeat(3),
                "b",
                "é",
                "日",
                "\uFF5E",
                "\uD83D\uDE00");

        List<Integer> codes = ordered.stream().map(table::code).toList();

        for (int left = 0; left < codes.size(); left++) {
            for (int right = 0; right < codes.size(); right++) {
                assertThat(Integer.signum(table.compare(codes.get(left), codes.get(right))))
                        .isEqualTo(Integer.compare(left, right));
            }
        }
    }

    @Test
    void givesOutTheSameObjectForACode() {
        int code = table.code("text");

        assertThat(table.text(code)).isSameAs(table.text(code));
        assertThat(table.decode(code)).isNotSameAs(table.text(code));
    }

    @Test
    void forgetsTheObjectOfACodeThatIsUsedAnew() {
        int code = table.code("a long text");
        table.text(code);
        table.sweep(new BitSet());

        assertThat(table.code("another")).isEqualTo(code);
        assertThat(table.text(code)).isEqualTo("another");
    }

    @Test
    void tellsTextsOfOneHashApart() {
        // given: two letters each, all with the hash of String
        List<String> texts = new ArrayList<>(List.of(""));
        for (int i = 0; i < 8; i++) {
            List<String> longer = new ArrayList<>();
            texts.forEach(text -> longer.addAll(List.of(text + "Aa", text + "BB")));
            texts = longer;
        }
        assertThat(texts.stream().map(String::hashCode).distinct()).hasSize(1);

        // when
        List<Integer> codes = texts.stream().map(table::code).toList();

        // then
        assertThat(codes).doesNotHaveDuplicates();
        assertThat(texts.stream().map(text -> code(table, text))).isEqualTo(codes);
    }

    @Test
    void agreesWithAMapOverRandomTextsAndSweeps() {
        SplittableRandom random = new SplittableRandom(5);
        Map<String, Integer> model = new HashMap<>();
        SymbolTable present = table;
        for (int step = 0; step < 30_000; step++) {
            String text = (random.nextInt(3) == 0 ? "ö" : "k") + random.nextInt(3_000);
            int code = random.nextBoolean() ? present.code(text) : code(present, text);
            Integer known = model.putIfAbsent(text, code);
            assertThat(known == null || known == code).isTrue();
            if (random.nextInt(2_000) == 0) {
                sweep(present, model, random);
            }
            if (random.nextInt(5_000) == 0) {
                present = reloaded(present);
            }
        }
        SymbolTable last = present;
        assertThat(last.size()).isEqualTo(model.size());
        assertThat(model).allSatisfy((text, code) -> assertThat(last.text(code)).isEqualTo(text));
    }

    private static void sweep(SymbolTable table, Map<String, Integer> model, SplittableRandom random) {
        model.values().removeIf(code -> random.nextInt(3) == 0);
        BitSet held = new BitSet();
        model.values().forEach(held::set);
        table.sweep(held);
        assertThat(table.size()).isEqualTo(model.size());
    }

    private static SymbolTable reloaded(SymbolTable table) {
        String[] texts = new String[table.limit()];
        for (int code = 0; code < texts.length; code++) {
            texts[code] = table.isUsed(code) ? table.text(code) : null;
        }
        return new SymbolTable(texts);
    }

    @Test
    void keepsWhatIsHeldOrPinnedInASweep() {
        int held = table.code("held");
        int pinned = table.pin("pinned");
        int lost = table.code("lost");
        BitSet marks = new BitSet();
        marks.set(held);

        table.sweep(marks);

        assertThat(table.text(held)).isEqualTo("held");
        assertThat(table.text(pinned)).isEqualTo("pinned");
        assertThat(table.isUsed(lost)).isFalse();
        assertThat(table.size()).isEqualTo(2);
        assertThat(table.code("held")).isEqualTo(held);
        assertThat(table.code("pinned")).isEqualTo(pinned);
    }

    @Test
    void usesSweptCodesAgain() {
        for (int i = 0; i < 1_000; i++) {
            table.code("text " + i);
        }
        for (int round = 0; round < 50; round++) {
            table.sweep(new BitSet());
            assertThat(table.size()).isZero();

            for (int i = 0; i < 1_000; i++) {
                table.code("round " + round + " text " + i);
            }
        }

        assertThat(table.limit()).isEqualTo(1_000);
        assertThat(table.size()).isEqualTo(1_000);
    }

    @Test
    void sweepsAFreeCodeOnlyOnce() {
        table.code("a");
        table.code("b");
        table.sweep(new BitSet());
        table.sweep(new BitSet());

        assertThat(List.of(table.code("c"), table.code("d"), table.code("e"))).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(table.size()).isEqualTo(3);
    }

    @Test
    void readsASavedTableWithGaps() {
        String[] saved = new String[500];
        for (int code = 0; code < saved.length; code += 3) {
            saved[code] = "text " + code;
        }

        SymbolTable read = new SymbolTable(saved);

        assertThat(read.limit()).isEqualTo(500);
        assertThat(read.size()).isEqualTo(167);
        assertThat(read.code("text 300")).isEqualTo(300);
        assertThat(read.code("new") % 3).isNotZero();
        assertThat(read.limit()).isEqualTo(500);
    }
}
