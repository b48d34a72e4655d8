package io.multichat.server.browser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.Conversation;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.text.Rfc3339;

/** The conversation of a team, with everything that a message can have: one message a minute, {@code m0}, {@code m1} and so on. */
final class TeamChat {
    private static final Conversation TEAM = SampleChat.TEAM;

    private TeamChat() {}

    static void fill(SeededFile file) {
        message(file, 0, "Ada", "Good morning! The build is **green** again.");
        file.event(
                about("reaction.added", 0)
                        .put("emoji", "🎉")
                        .put("sentAt", time(1))
                        .set("sender", sender("Bruno")),
                SampleChat.at(0));
        ObjectNode reply = SeededFile.message(TEAM, "m1", "Bruno", SampleChat.at(1), "Thanks, that helped a lot.");
        file.event(reply.put("replyTo", "m0"), SampleChat.at(1));
        message(
                file,
                2,
                "Bruno",
                "See https://example.org/a?b=c. And `mvn verify`:\n```\n$ mvn verify\nBUILD SUCCESS\n```\ndone");
        message(file, 3, "Chiara", "I will be a bit late");
        file.event(
                about("message.edited", 3).put("editedAt", time(4)).put("text", "I will be on time"), SampleChat.at(3));
        message(file, 4, "Deniz", "Who reviews the release notes?");
        message(file, 5, "Ewa", "never mind");
        file.event(about("message.deleted", 5).put("deletedAt", time(6)), SampleChat.at(5));
        ObjectNode call = SeededFile.message(TEAM, "m6", "Helper", SampleChat.at(6), "Let me look that up.");
        call.withObject("sender").put("role", "assistant");
        call.putArray("parts")
                .addObject()
                .put("type", "tool_call")
                .put("name", "lookup_order")
                .put("order", 20_431);
        call.withArray("parts")
                .addObject()
                .put("type", "attachment")
                .put("name", "notes.pdf")
                .put("url", "javascript:alert(1)");
        file.event(call, SampleChat.at(6));
        file.session(TEAM, new SessionSnapshot.Span(SampleChat.START, SampleChat.at(6)), 7, true);
    }

    private static void message(SeededFile file, int number, String sender, String text) {
        file.event(SeededFile.message(TEAM, "m" + number, sender, SampleChat.at(number), text), SampleChat.at(number));
    }

    private static ObjectNode about(String type, int number) {
        return SeededFile.about(TEAM, type, "m" + number);
    }

    private static ObjectNode sender(String name) {
        return SeededFile.message(TEAM, "x", name, SampleChat.START, "").withObject("sender");
    }

    private static String time(int minute) {
        return Rfc3339.format(SampleChat.at(minute));
    }
}
