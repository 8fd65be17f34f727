package eventflux.api.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectTextTest {

    static Stream<Object> objects() {
        Map<Object, Object> map = new LinkedHashMap<>();
        map.put("k;:", List.of(1, 2L));
        map.put(null, null);
        return Stream.of(
                true,
                false,
                5,
                -5L,
                Long.MIN_VALUE,
                1.5f,
                Double.MIN_VALUE,
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                (short) 3,
                (byte) -3,
                'x',
                "",
                "s3:abc;",
                "gr\u00fcn \ud83d\ude00",
                new BigDecimal("1.50"),
                BigInteger.TWO.pow(90),
                List.of(),
                new ArrayList<>(Arrays.asList("a", null, List.of(Set.of(1)))),
                Set.of("a", 1, 2.5),
                map);
    }

    @ParameterizedTest
    @MethodSource("objects")
    void bringsBackWhatItWrote(Object value) {
        assertThat(ObjectText.decode(ObjectText.encode(value))).isEqualTo(value);
    }

    @Test
    void bringsBackNullBytesAndArrays() {
        assertThat(ObjectText.decode(ObjectText.encode(null))).isNull();
        assertThat(ObjectText.decode(ObjectText.encode(new byte[] {0, -1, 7}))).isEqualTo(new byte[] {0, -1, 7});
        assertThat(ObjectText.decode(ObjectText.encode(new Object[] {"a", null})))
                .isEqualTo(new Object[] {"a", null});
    }

    @Test
    void refusesObjectsOfOtherClasses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObjectText.encode(List.of(new StringBuilder[0], Thread.currentThread())))
                .withMessageContaining("java.lang.Thread");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "i5", "i;", "s9:abc", "s-1:", "L2:i5;", "M1:i1;", "i5;i6;", "s:", "B*;"})
    void refusesDamagedTexts(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ObjectText.decode(text));
    }
}
