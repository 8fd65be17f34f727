package eventflux.lsp;

import eventflux.api.EventFluxManager;
import eventflux.api.command.NodeCommand;
import eventflux.api.query.QueryParser;
import eventflux.api.query.TextFormatter;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code eventflux lsp}: talks to the editor that started the process until it says goodbye or is gone. */
@Component(service = NodeCommand.class)
public final class LanguageServerCommand implements NodeCommand {

    /** What the library tells about each editor that hangs up is no news; held here, as the platform forgets it otherwise. */
    private static final java.util.logging.Logger LIBRARY = java.util.logging.Logger.getLogger("org.eclipse.lsp4j");

    private static final Logger LOG = LoggerFactory.getLogger(LanguageServerCommand.class);

    private final EventFluxManager engine;
    private final QueryParser parser;
    private final TextFormatter formatter;

    /** A command over an engine, and the parser and formatter of its texts. */
    @Activate
    public LanguageServerCommand(
            @Reference EventFluxManager engine, @Reference QueryParser parser, @Reference TextFormatter formatter) {
        this.engine = engine;
        this.parser = parser;
        this.formatter = formatter;
    }

    @Override
    public String name() {
        return "lsp";
    }

    @Override
    public int run(InputStream in, OutputStream out) throws InterruptedException {
        LIBRARY.setLevel(Level.WARNING);
        Vocabulary vocabulary = new Vocabulary(engine);
        ExecutorService threads = Executors.newCachedThreadPool(LanguageServerCommand::daemon);
        try (OpenTexts texts = new OpenTexts(engine, parser)) {
            Answers answers =
                    new Answers(new Completion(parser, vocabulary), new Hovers(vocabulary), new Formatting(formatter));
            EditorSession session = new EditorSession(new TextRequests(texts, answers));
            Launcher<LanguageClient> line =
                    LSPLauncher.createServerLauncher(session, in, out, threads, UnaryOperator.identity());
            texts.tell(line.getRemoteProxy()::publishDiagnostics);
            Future<Void> listening = line.startListening();
            threads.execute(() -> awaitSilence(listening, session));
            return session.end().get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("a session ends with an exit code", impossible);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "eventflux-lsp");
        thread.setDaemon(true);
        return thread;
    }

    /** An editor that is gone without a word has closed its end of the line; that is as good as an exit. */
    private static void awaitSilence(Future<Void> listening, EditorSession session) {
        try {
            listening.get();
        } catch (ExecutionException broken) {
            LOG.warn("The line to the editor broke.", broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            session.exit();
        }
    }
}
