package eventflux.lsp;

import eventflux.api.EventFluxManager;
import eventflux.api.error.Problem;
import eventflux.api.query.QueryParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;

/**
 * The texts that an editor has open. They are checked by a thread of its own, so that the editor is answered while the author
 * types; of several versions that wait only the last is checked.
 */
final class OpenTexts implements AutoCloseable {

    private final EventFluxManager engine;
    private final QueryParser parser;
    private final Map<String, OpenText> byUri = new ConcurrentHashMap<>();
    private final ExecutorService checker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "eventflux-lsp-check");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Consumer<PublishDiagnosticsParams> listener =
            diagnostics -> {}; // written once, by the thread that connects the editor

    OpenTexts(EventFluxManager engine, QueryParser parser) {
        this.engine = engine;
        this.parser = parser;
    }

    /** Says who hears of problems. */
    void tell(Consumer<PublishDiagnosticsParams> newListener) {
        listener = newListener;
    }

    void put(String uri, int version, String text) {
        OpenText current = OpenText.read(uri, version, text, parser);
        byUri.put(uri, current);
        checker.execute(() -> check(current));
    }

    void remove(String uri) {
        byUri.remove(uri);
        checker.execute(() -> listener.accept(new PublishDiagnosticsParams(uri, List.of())));
    }

    Optional<OpenText> find(String uri) {
        return Optional.ofNullable(byUri.get(uri));
    }

    List<Problem> problems(OpenText text) {
        return engine.validate(text.text());
    }

    private void check(OpenText text) {
        if (byUri.get(text.uri()) != text) {
            return;
        }
        Diagnoses diagnoses = new Diagnoses(text);
        List<Diagnostic> found =
                problems(text).stream().map(diagnoses::diagnostic).toList();
        listener.accept(new PublishDiagnosticsParams(text.uri(), found, text.version()));
    }

    @Override
    public void close() {
        checker.shutdownNow();
    }
}
