package eventflux.bench.peer;

import com.espertech.esper.common.client.EPCompiled;
import com.espertech.esper.common.client.EventBean;
import com.espertech.esper.common.client.configuration.Configuration;
import com.espertech.esper.common.client.util.StatementProperty;
import com.espertech.esper.common.client.util.StatementType;
import com.espertech.esper.compiler.client.CompilerArguments;
import com.espertech.esper.compiler.client.EPCompileException;
import com.espertech.esper.compiler.client.EPCompilerProvider;
import com.espertech.esper.runtime.client.EPDeployException;
import com.espertech.esper.runtime.client.EPEventService;
import com.espertech.esper.runtime.client.EPRuntime;
import com.espertech.esper.runtime.client.EPRuntimeProvider;
import com.espertech.esper.runtime.client.EPStatement;
import java.util.Set;

/** Esper with arrays of objects as events and time from outside. */
final class EsperContender implements Contender {

    private static final Set<Object> GIVE_RESULTS = Set.of(StatementType.SELECT, StatementType.ON_SELECT);

    private final EPRuntime runtime;
    private final EPEventService events;
    private final String[] inputs;
    private final Feed feed;
    private final Results results;

    EsperContender(Workload workload, Feed feed, Results results) {
        this.feed = feed;
        this.results = results;
        this.inputs = workload.inputs().toArray(String[]::new);
        Configuration configuration = configuration(workload);
        runtime = EPRuntimeProvider.getRuntime(workload.id(), configuration);
        events = runtime.getEventService();
        deploy(workload, configuration);
        workload.filling()
                .ifPresent(
                        filling -> filling.rows().forEach(row -> events.sendEventObjectArray(row, filling.stream())));
    }

    private static Configuration configuration(Workload workload) {
        Configuration configuration = new Configuration();
        configuration.getRuntime().getThreading().setInternalTimerEnabled(false);
        for (String input : workload.inputs()) {
            configuration
                    .getCommon()
                    .addEventType(input, new String[] {"symbol", "price", "volume", "ts"}, new Object[] {
                        String.class, double.class, long.class, long.class
                    });
        }
        workload.filling()
                .ifPresent(filling -> configuration
                        .getCommon()
                        .addEventType(
                                filling.stream(),
                                filling.columns().toArray(String[]::new),
                                filling.types().toArray()));
        return configuration;
    }

    private void deploy(Workload workload, Configuration configuration) {
        try {
            EPCompiled compiled =
                    EPCompilerProvider.getCompiler().compile(workload.esper(), new CompilerArguments(configuration));
            for (EPStatement statement :
                    runtime.getDeploymentService().deploy(compiled).getStatements()) {
                if (GIVE_RESULTS.contains(statement.getProperty(StatementProperty.STATEMENTTYPE))) {
                    statement.addListener((current, left, source, engine) -> receive(current));
                }
            }
        } catch (EPCompileException | EPDeployException e) {
            throw new IllegalStateException("Esper refuses workload=" + workload.id(), e);
        }
    }

    private void receive(EventBean[] current) {
        if (current == null) {
            return;
        }
        for (EventBean event : current) {
            Object[] values = (Object[]) event.getUnderlying();
            results.add((Double) values[1]);
            if (results.isKeeping()) {
                results.keep(values);
            }
        }
    }

    @Override
    public void sendStep() {
        feed.advanceBoxed();
        events.advanceTime(feed.time());
        for (int input = 0; input < inputs.length; input++) {
            for (int row = feed.begin(input); row < feed.begin(input + 1); row++) {
                // The array becomes part of the event, which windows keep.
                events.sendEventObjectArray(feed.trades().boxed(row).clone(), inputs[input]);
            }
        }
    }

    @Override
    public void close() {
        runtime.destroy();
    }
}
