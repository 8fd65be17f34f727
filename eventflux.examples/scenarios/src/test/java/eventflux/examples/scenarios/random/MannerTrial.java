package eventflux.examples.scenarios.random;

import eventflux.api.query.TextFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** That an application gives in one manner what it gives one by one. */
final class MannerTrial implements Trial {

    private final TextFormatter formatter =
            ServiceLoader.load(TextFormatter.class).findFirst().orElseThrow();
    private final Engines engines;
    private final Manner manner;

    MannerTrial(Engines engines, Manner manner) {
        this.engines = engines;
        this.manner = manner;
    }

    @Override
    public String name() {
        return manner.name();
    }

    @Override
    public boolean suits(Application application) {
        return manner.suits(application);
    }

    @Override
    public String other(Application application) {
        return switch (manner) {
            case FORMATTED -> formatter.format(application.text());
            case TRANSLATED -> application.text(application.dialect().other(), false);
            case REWRITTEN -> application.text(application.dialect(), true);
            default -> application.text();
        };
    }

    @Override
    public Optional<String> difference(Application application) {
        String text = other(application);
        boolean isNew = manner != Manner.REWRITTEN || !text.equals(application.text());
        return isNew ? difference(application, text) : Optional.empty();
    }

    private Optional<String> difference(Application application, String text) {
        List<String> plain = Play.lines(engines, application.text(), application.steps(), Manner.ONE_BY_ONE);
        List<String> other = Play.lines(engines, text, application.steps(), manner);
        if (manner.keepsOrderOfStreams()) {
            return Rows.difference(plain, other);
        }
        Map<String, List<String>> found = Rows.by(Rows::source, other);
        found.keySet().removeIf(source -> source.contains(StreamQueries.MIDDLE));
        return Rows.difference(Rows.by(Rows::source, plain), found);
    }
}
