package eventflux.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.event.DataType;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.function.Function;
import eventflux.api.spi.function.FunctionContext;
import eventflux.api.spi.function.FunctionLibrary;
import eventflux.api.spi.function.Prepared;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FunctionLibraryReaderTest {

    private static final Provider PROVIDER = new Provider("vendor", "1.0.0", 0);

    private final ExtensionCatalog catalog = new ExtensionCatalog();

    /** All that a function may be. */
    public static final class Good implements FunctionLibrary {

        @Function(
                name = {"power", "pow"},
                description = "A power.",
                examples = "power(2, 3)")
        public static double power(double base, double exponent) {
            return Math.pow(base, exponent);
        }

        @Function(name = "half", description = "The half.")
        public static int half(int value) {
            return value / 2;
        }

        @Function(name = "half", description = "The half.")
        public static Double half(Double value) {
            return value == null ? null : value / 2;
        }

        @Function(namespace = "vendor", name = "join", description = "All as one.")
        public static String join(FunctionContext context, boolean isUpper, String... texts) {
            return context.now() + " " + isUpper + " " + String.join("", texts);
        }

        @Function(name = "show", description = "As text.")
        public static String show(Object value) {
            return String.valueOf(value);
        }

        @Function(name = "shifted", description = "By a shift that is read once.")
        public static int shifted(int value, @Prepared Shift shift) {
            return value + shift.by;
        }

        /** Not annotated, so no function. */
        public static int unannotated() {
            return 1;
        }
    }

    /** Counts how often it was made. */
    public static final class Shift {

        private static final AtomicInteger MADE = new AtomicInteger();

        private final int by;

        public Shift(String text) {
            by = Integer.parseInt(text);
            MADE.incrementAndGet();
        }
    }

    @Test
    void preparesAnArgumentOnceForEachText() throws Throwable {
        // given
        catalog.register(new Good(), PROVIDER);
        FunctionMethod shifted = catalog.snapshot().functions("shifted").get(0);
        int before = Shift.MADE.get();

        // when
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += (int) shifted.binding().handle().invokeExact(1, "7");
        }

        // then
        assertThat(sum).isEqualTo(80);
        assertThat(Shift.MADE.get() - before).isEqualTo(1);
        assertThat(shifted.takes()).containsExactly(DataType.INT, DataType.STRING);
    }

    /** Another library with one more overload and one that is there already. */
    public static final class More implements FunctionLibrary {

        @Function(name = "half", description = "The half.")
        public static long half(long value) {
            return value / 2;
        }

        @Function(name = "half", description = "The half.")
        public static int half(int value) {
            return value >> 1;
        }
    }

    /** All that a function cannot be, and one that it can. */
    public static final class Bad implements FunctionLibrary {

        @Function(name = "instance", description = "")
        public int instance(int value) {
            return value;
        }

        @Function(name = "hidden", description = "")
        static int hidden(int value) {
            return value;
        }

        @Function(name = "takesList", description = "")
        public static int takesList(List<String> value) {
            return value.size();
        }

        @Function(name = "answersNothing", description = "")
        public static void answersNothing(int value) {
            Integer.toString(value);
        }

        @Function(name = "takesShorts", description = "")
        public static int takesShorts(short... values) {
            return values.length;
        }

        @Function(name = "fine", description = "")
        public static int fine(int value) {
            return value;
        }
    }

    /** Nobody outside can see it. */
    static final class Hidden implements FunctionLibrary {

        @Function(name = "unseen", description = "")
        public static int unseen(int value) {
            return value;
        }
    }

    private List<String> overloads(String name) {
        return catalog.snapshot().functions(name).stream()
                .map(method -> method + " " + method.returns())
                .toList();
    }

    @Test
    void makesAFunctionOfEachName() {
        ExtensionRegistration registration = catalog.register(new Good(), PROVIDER);

        assertThat(registration.problems()).isEmpty();
        assertThat(overloads("power")).containsExactly("power(DOUBLE, DOUBLE) DOUBLE");
        assertThat(overloads("pow")).containsExactly("pow(DOUBLE, DOUBLE) DOUBLE");
        assertThat(overloads("half")).containsExactlyInAnyOrder("half(INT) INT", "half(DOUBLE) DOUBLE");
        assertThat(overloads("vendor:join")).containsExactly("vendor:join(BOOL, STRING…) STRING");
        assertThat(overloads("SHOW")).containsExactly("show(OBJECT) STRING");
        assertThat(overloads("unannotated")).isEmpty();
    }

    @Test
    void bindsTheMethodItself() throws Throwable {
        catalog.register(new Good(), PROVIDER);

        FunctionMethod join = catalog.snapshot().functions("vendor:join").get(0);

        assertThat(join.binding().takesContext()).isTrue();
        assertThat(join.isVariadic()).isTrue();
        assertThat(join.takes()).containsExactly(DataType.BOOL, DataType.STRING);
        assertThat(join.binding().handle().isVarargsCollector()).isFalse();
        assertThat(join.binding().provider()).hasToString("function vendor:join");
        FunctionMethod power = catalog.snapshot().functions("pow").get(0);
        assertThat((double) power.binding().handle().invokeExact(2.0, 3.0)).isEqualTo(8.0);
    }

    @Test
    void describesAliasesOnce() {
        catalog.register(new Good(), PROVIDER);

        List<ExtensionDescriptor> descriptors = catalog.snapshot().descriptors();

        assertThat(descriptors)
                .extracting(ExtensionDescriptor::qualifiedName)
                .containsExactly("half", "power", "shifted", "show", "vendor:join");
        assertThat(descriptors.get(0).signatures()).hasSize(2);
        assertThat(descriptors.get(1).examples()).containsExactly("power(2, 3)");
        assertThat(descriptors).allMatch(descriptor -> descriptor.kind() == ExtensionKind.FUNCTION);
    }

    @Test
    void joinsTheOverloadsOfLibrariesAndPrefersTheHigherRank() throws Throwable {
        catalog.register(new Good(), PROVIDER);
        ExtensionRegistration more = catalog.register(new More(), new Provider("other", "1.0.0", 7));

        List<FunctionMethod> both = catalog.snapshot().functions("half");

        assertThat(both).hasSize(3);
        FunctionMethod ofInt = both.stream()
                .filter(method -> method.takes().equals(List.of(DataType.INT)))
                .findFirst()
                .orElseThrow();
        assertThat((int) ofInt.binding().handle().invokeExact(-3)).isEqualTo(-2);

        more.close();

        assertThat(overloads("half")).containsExactlyInAnyOrder("half(INT) INT", "half(DOUBLE) DOUBLE");
    }

    @Test
    void reportsMethodsThatCannotBeFunctionsAndKeepsTheOthers() {
        ExtensionRegistration registration = catalog.register(new Bad(), PROVIDER);

        assertThat(registration.problems())
                .extracting(problem -> problem.code().code() + ": " + problem.message())
                .containsExactlyInAnyOrder(
                        "not-callable: Bad.instance(int) of vendor 1.0.0 is not a public static method of a public class",
                        "not-callable: Bad.hidden(int) of vendor 1.0.0 is not a public static method of a public class",
                        "unsupported-type: Bad.takesList(List) of vendor 1.0.0 has the type java.util.List, which no column has",
                        "unsupported-type: Bad.answersNothing(int) of vendor 1.0.0 has the type void, which no column has",
                        "unsupported-type: Bad.takesShorts(short[]) of vendor 1.0.0 has the type short, which no column has");
        assertThat(registration.extensions())
                .extracting(extension -> extension.ref().name())
                .containsExactly("fine");
    }

    @Test
    void reportsALibraryThatIsNotPublic() {
        ExtensionRegistration registration = catalog.register(new Hidden(), PROVIDER);

        assertThat(registration.problems())
                .extracting(problem -> problem.code().code())
                .containsExactly("not-callable");
    }
}
