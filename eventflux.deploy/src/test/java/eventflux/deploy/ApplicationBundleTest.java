package eventflux.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.ExtensionName;
import eventflux.api.spi.ExtensionNeeds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import org.junit.jupiter.api.Test;

class ApplicationBundleTest {

    private ExtensionNeeds needs = ExtensionNeeds.NOTHING;

    private static final Instant MODIFIED = Instant.parse("2026-03-04T05:06:07Z");

    @Test
    void isNamedAfterItsApplicationAndVersionedByItsTime() throws IOException {
        Attributes headers = headers("file:/apps/stocks.eventflux", "@app:name('Prices')");

        assertThat(headers.getValue("Bundle-SymbolicName")).isEqualTo("eventflux.app.Prices");
        assertThat(headers.getValue("Bundle-Version")).isEqualTo("0.0.0.20260304-050607");
        assertThat(headers.getValue("Bundle-Name")).isEqualTo("Prices (EventFlux application)");
        assertThat(headers.getValue(ApplicationHeader.NAME)).isEqualTo("stocks.eventflux;name=\"stocks\"");
    }

    @Test
    void takesTheFoldersNameWhenTheFileIsCalledApp() throws IOException {
        Attributes headers = headers("file:/apps/flights/app.eventflux", "define stream S (a int);");

        assertThat(headers.getValue("Bundle-SymbolicName")).isEqualTo("eventflux.app.flights");
        assertThat(headers.getValue(ApplicationHeader.NAME)).isEqualTo("app.eventflux;name=\"flights\"");
    }

    @Test
    void keepsNamesApartThatNoSymbolicNameCanHold() throws IOException {
        String one = headers("file:/a.eventflux", "@app:name('è')").getValue("Bundle-SymbolicName");
        String other = headers("file:/a.eventflux", "@app:name('é')").getValue("Bundle-SymbolicName");

        assertThat(one).matches("eventflux\\.app\\.-\\.[0-9a-f]+").isNotEqualTo(other);
    }

    @Test
    void carriesTheTextUnchanged() throws IOException {
        byte[] jar = new ApplicationBundle(URI.create("file:/a%20b.eventflux"), bytes("select 1"), MODIFIED)
                .toBytes(read -> needs);

        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(jar))) {
            assertThat(in.getNextEntry().getName()).isEqualTo("a b.eventflux");
            assertThat(in.readAllBytes()).isEqualTo(bytes("select 1"));
        }
    }

    @Test
    void requiresTheExtensionsOfItsTextWithoutBeingWiredToThem() throws IOException {
        needs = new ExtensionNeeds(
                List.of(
                        new ExtensionName(ExtensionKind.WINDOW, "acme:every"),
                        new ExtensionName(ExtensionKind.SOURCE_MAPPER, "no)filter")),
                Map.of());

        assertThat(headers("file:/a.eventflux", "select 1").getValue("Require-Capability"))
                .isEqualTo("osgi.extender;filter:=\"(osgi.extender=eventflux.application)\","
                        + "eventflux.extension;filter:=\"(&(kind=WINDOW)(name~=acme:every))\";effective:=active");
    }

    @Test
    void requiresWhatIsCalledLikeAFunctionOfEitherKind() throws IOException {
        needs = new ExtensionNeeds(List.of(new ExtensionName(ExtensionKind.FUNCTION, "acme:vat")), Map.of());

        assertThat(headers("file:/a.eventflux", "select 1").getValue("Require-Capability"))
                .endsWith("filter:=\"(&(|(kind=FUNCTION)(kind=AGGREGATOR))(name~=acme:vat))\";effective:=active");
    }

    private Attributes headers(String place, String text) throws IOException {
        byte[] jar = new ApplicationBundle(URI.create(place), bytes(text), MODIFIED).toBytes(read -> needs);
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(jar))) {
            return in.getManifest().getMainAttributes();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
