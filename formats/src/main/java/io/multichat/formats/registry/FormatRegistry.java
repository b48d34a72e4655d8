package io.multichat.formats.registry;

import io.multichat.formats.ChatFormat;
import io.multichat.formats.FileHead;
import io.multichat.formats.chatgpt.ChatGptFormat;
import io.multichat.formats.claude.ClaudeFormat;
import io.multichat.formats.csv.CsvFormat;
import io.multichat.formats.discord.ChannelExport;
import io.multichat.formats.discord.DiscordFormat;
import io.multichat.formats.gitter.GitterFormat;
import io.multichat.formats.html.HtmlFormat;
import io.multichat.formats.irc.IrcFormat;
import io.multichat.formats.jsonl.JsonExport;
import io.multichat.formats.jsonl.JsonLinesExport;
import io.multichat.formats.jsonl.JsonLinesFormat;
import io.multichat.formats.kakaotalk.KakaoTalkFormat;
import io.multichat.formats.langchain.LangChainFormat;
import io.multichat.formats.line.LineFormat;
import io.multichat.formats.llamaindex.LlamaIndexFormat;
import io.multichat.formats.markdown.MarkdownFormat;
import io.multichat.formats.matrix.MatrixFormat;
import io.multichat.formats.mattermost.BulkExport;
import io.multichat.formats.mattermost.MattermostFormat;
import io.multichat.formats.meta.InstagramFormat;
import io.multichat.formats.meta.MessengerFormat;
import io.multichat.formats.msteams.TeamsFormat;
import io.multichat.formats.openai.OpenAiExport;
import io.multichat.formats.openai.OpenAiFormat;
import io.multichat.formats.rocketchat.RocketChatFormat;
import io.multichat.formats.sharegpt.ShareGptFormat;
import io.multichat.formats.signal.SignalFormat;
import io.multichat.formats.slack.SlackFormat;
import io.multichat.formats.slack.SlackWorkspace;
import io.multichat.formats.telegram.TelegramFormat;
import io.multichat.formats.twitch.TwitchFormat;
import io.multichat.formats.whatsapp.WhatsAppFormat;
import io.multichat.formats.write.ExportFormat;
import io.multichat.formats.zulip.ZulipFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * File formats by name. Immutable.
 *
 * @param <P> the format of a port
 */
public final class FormatRegistry<P> {
    /** JSON Lines: one JSON object per line. */
    public static final String JSON_LINES = JsonLinesFormat.NAME;

    /** Formats that can be imported. */
    public static final FormatRegistry<ChatFormat> READERS = new FormatRegistry<>(Stream.<ChatFormat>of(
                    new ChatGptFormat(),
                    new ClaudeFormat(),
                    new DiscordFormat(),
                    new GitterFormat(),
                    new InstagramFormat(),
                    new IrcFormat(),
                    new JsonLinesFormat(),
                    new KakaoTalkFormat(),
                    new LangChainFormat(),
                    new LineFormat(),
                    new LlamaIndexFormat(),
                    new MatrixFormat(),
                    new MattermostFormat(),
                    new MessengerFormat(),
                    new OpenAiFormat(),
                    new RocketChatFormat(),
                    new ShareGptFormat(),
                    new SignalFormat(),
                    new SlackFormat(),
                    new TeamsFormat(),
                    new TelegramFormat(),
                    new TwitchFormat(),
                    new WhatsAppFormat(),
                    new ZulipFormat())
            .collect(Collectors.toMap(ChatFormat::name, Function.identity())));

    /** Formats that can be exported without further libraries. */
    public static final FormatRegistry<ExportFormat> WRITERS = new FormatRegistry<>(Stream.<ExportFormat>of(
                    new BulkExport(),
                    new ChannelExport(),
                    new CsvFormat(),
                    new HtmlFormat(),
                    new JsonExport(),
                    new JsonLinesExport(),
                    new MarkdownFormat(),
                    new OpenAiExport(),
                    new SlackWorkspace())
            .collect(Collectors.toMap(ExportFormat::name, Function.identity())));

    private final TreeMap<String, P> formats;

    private FormatRegistry(Map<String, P> formats) {
        this.formats = new TreeMap<>(formats);
    }

    /** The formats that a file which begins like this may have, sorted by name. */
    public static List<ChatFormat> recognizing(FileHead head) {
        return READERS.formats.values().stream()
                .filter(format -> format.recognizes(head))
                .toList();
    }

    /** These formats and another one. */
    public FormatRegistry<P> with(String name, P format) {
        Map<String, P> more = new TreeMap<>(formats);
        more.put(name, format);
        return new FormatRegistry<>(more);
    }

    /** The names of all formats, sorted. */
    public List<String> names() {
        return List.copyOf(formats.keySet());
    }

    /** @throws IllegalArgumentException when no format has this name; the message lists the names */
    public P named(String name) {
        P format = formats.get(name);
        if (format == null) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is not a known format; use one of: " + String.join(", ", names()));
        }
        return format;
    }
}
