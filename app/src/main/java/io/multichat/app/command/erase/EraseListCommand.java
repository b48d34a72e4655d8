package io.multichat.app.command.erase;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.app.command.option.CommonOptions;
import io.multichat.app.command.option.DataDirOption;
import io.multichat.app.command.option.JsonOption;
import io.multichat.jobs.erase.receipt.ReceiptFolder;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "list", description = "List the receipts of a data directory, and the erasures that are not finished.")
final class EraseListCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private DataDirOption dataDir;

    @Mixin
    private JsonOption json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ReceiptFolder folder = new ReceiptFolder(dataDir.path());
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (String id : folder.receipts()) {
            folder.find(id).ifPresent(receipt -> list.add(line(id, "finished", receipt)));
        }
        folder.unfinished().forEach(id -> list.add(line(id, "unfinished", JsonNodeFactory.instance.objectNode())));
        if (json.wanted()) {
            json.print(out, list);
        } else {
            list.forEach(each -> out.println(each.path("erasure").asText() + "  "
                    + each.path("state").asText() + "  " + each.path("of").asText("")));
        }
        return 0;
    }

    private static ObjectNode line(String id, String state, ObjectNode receipt) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("erasure", id).put("state", state);
        if (!receipt.isEmpty()) {
            line.put("of", receipt.has("person") ? "a person" : "sessions");
            line.put("commands", receipt.path("commands").size());
            line.set("completedAt", receipt.path("completedAt"));
        }
        return line;
    }
}
