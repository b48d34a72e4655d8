package io.multichat.jobs.erase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class StoreContentsTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void aReceiptNamesTheFilesThatDiffer() throws Exception {
        ObjectNode before = json("{'archive':{'entries':{'messages':2},'files':{'kept':'1','replaced':'2'}},"
                + "'sqlite':{'entries':{'messages':2},'files':{'db':'3'}},'redis':{'entries':{'messages':1}}}");
        ObjectNode after = json("{'archive':{'entries':{'messages':0},'files':{'kept':'1','new':'4'}},"
                + "'sqlite':{'entries':{'messages':0},'files':{'db':'5'}},'redis':{'entries':{'messages':0}}}");

        assertThat(StoreContents.compared(before, after))
                .isEqualTo(json("{'archive':{'before':{'messages':2},'after':{'messages':0},'files':["
                        + "{'path':'new','sha256Before':null,'sha256After':'4'},"
                        + "{'path':'replaced','sha256Before':'2','sha256After':null}]},"
                        + "'sqlite':{'before':{'messages':2},'after':{'messages':0},'files':["
                        + "{'path':'db','sha256Before':'3','sha256After':'5'}]},"
                        + "'redis':{'before':{'messages':1},'after':{'messages':0}}}"));
    }

    private static ObjectNode json(String text) throws Exception {
        return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    }
}
