import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainArticle, read, type Token } from '../../../src/read/index.ts';

const tokensOf = (text: string): readonly Token[] => read({ ...plainArticle(text), language: 'en' }).tokens;

describe('relative clauses between commas', () => {
  it.each([
    ['Rwanda denies backing the rebels, who have driven many people from their homes.', 'driven', 'rebels'],
    ['He accused the army of breaking a truce, which expired on 3 August.', 'expired', 'truce'],
    [
      'Eritrea, whose troops fought alongside the army, is not taking part in the talks.',
      'fought',
      'Eritrea',
    ],
    ['The governor, who was appointed in March, refused to meet the protesters.', 'appointed', 'governor'],
  ])('%s', (text, verb, noun) => {
    const tokens = tokensOf(text);
    const clause = tokens.find((token) => token.text === verb);
    expect(clause?.deprel).toBe('acl:relcl');
    expect(tokens[clause?.head ?? -1]?.text).toBe(noun);
  });

  it('gives the sentence back its main verb and subject', () => {
    const tokens = tokensOf(
      'Eritrea, whose troops fought alongside the army, is not taking part in the talks.',
    );
    const root = tokens.find(({ head }) => head < 0);
    expect(root?.text).toBe('taking');
    expect(tokens[0]).toMatchObject({ deprel: 'nsubj', head: root?.index });
  });

  it('leaves a tree: one root, no circle, children that agree with heads', () => {
    const words = fc.constantFrom(
      ...', , , who which whose whom in of the army rebels Norland Varda said left took denied was had and 2020 troops that is Hungarian Prime Minister UN chief Secretary as his counterpart set fire killed jets struck appealed shot dead to sit been while when he opposes familiar with people after each their reporting'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 4, maxLength: 25 }), (list) => {
        const tokens = tokensOf(`${list.join(' ')}.`);
        for (const token of tokens) {
          let at: Token | undefined = token;
          for (let step = 0; at && at.head >= 0; step++) {
            expect(step).toBeLessThan(tokens.length);
            at = tokens[at.head];
          }
          expect(at?.deprel).toBe('root');
          expect(token.children).toEqual([...token.children].sort((a, b) => a - b));
          for (const child of token.children) expect(tokens[child]?.head).toBe(token.index);
          if (token.head >= 0) expect(tokens[token.head]?.children).toContain(token.index);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('words that the parser hangs on the wrong word', () => {
  it.each([
    ['Norland observed a day of mourning for a sergeant shot dead in an ambush.', 'shot', 'sergeant', 'acl'],
    [
      'Militants fired rockets at Israel on Sunday and Israeli jets struck 130 targets.',
      'jets',
      'struck',
      'nsubj',
    ],
    [
      'The ministry said ten people, among them a child, had been killed in Varda.',
      'killed',
      'said',
      'ccomp',
    ],
    [
      'Hungarian Prime Minister Viktor Orban, whose country took over the presidency on Monday, arrived in Kyiv.',
      'Hungarian',
      'Viktor',
      'amod',
    ],
    [
      'The premier called on the parties to sit down and appealed to the crowd to leave.',
      'appealed',
      'called',
      'conj',
    ],
    [
      'She denied any wrongdoing; three of her aides had already been detained.',
      'detained',
      'denied',
      'parataxis',
    ],
    [
      "Japan lodged a protest through its embassy after China's ambassador, Wu Jianghao, warned that the people would be dragged into the fire.",
      'ambassador',
      'warned',
      'nsubj',
    ],
    [
      'The president spoke with UN Secretary-General Antonio Guterres and said he would come.',
      'Antonio',
      'spoke',
      'obl',
    ],
    ['UN Secretary-General Antonio Guterres said he regretted the decision.', 'Antonio', 'said', 'nsubj'],
    ['EU foreign policy chief Josep Borrell condemned the raid.', 'EU', 'chief', 'compound'],
    [
      'It has held, though the Kachin Independence Army, which is not part of the deal, attacked outposts near Laiza.',
      'Army',
      'attacked',
      'nsubj',
    ],
    [
      'Greek leader Nicos Antonides and his Turkish Cypriot counterpart Mustafa Arel resumed talks in Porto.',
      'counterpart',
      'leader',
      'conj',
    ],
    [
      "Venezuela's President Luis Prieto and his Guyanese counterpart Irfaan Ramdin met in Porto.",
      'counterpart',
      'Luis',
      'conj',
    ],
    [
      "Ghana's President Nana Owusu and his Guyanese counterpart Irfaan Ramdin agreed on a date.",
      'Nana',
      'agreed',
      'nsubj',
    ],
    ['Jets hit the port as envoys from Norway and Oman met rebel officials.', 'envoys', 'met', 'nsubj'],
    ['Jets hit the port as envoys from Norway and Oman met rebel officials.', 'Norway', 'envoys', 'nmod'],
    [
      'Chile accused its neighbour of stealing a boat and expelled two diplomats.',
      'expelled',
      'accused',
      'conj',
    ],
    [
      'The guild claimed the fire but Varsan officials have called it an accident.',
      'officials',
      'called',
      'nsubj',
    ],
    [
      'While the abbess has always said she dislikes music, her convent owns two organs.',
      'dislikes',
      'said',
      'ccomp',
    ],
    [
      'While the abbess has always said she dislikes music, her convent owns two organs.',
      'said',
      'owns',
      'advcl',
    ],
    [
      "News was bad: The Old Harbor Courier said Mr. Orlan had been ''ruined'' by it.",
      'ruined',
      'said',
      'ccomp',
    ],
    [
      'Though the guild said its bakers would strike on the day the oven broke, nobody was surprised.',
      'said',
      'surprised',
      'advcl',
    ],
    ['The board replied on Monday, saying smugglers had used the pier.', 'used', 'saying', 'ccomp'],
    ['Fishermen see the harbor as safe, with half of them saying it is crowded.', 'half', 'saying', 'nsubj'],
    ['Police fired tear gas at students demanding a new vote.', 'demanding', 'students', 'acl'],
    ['Azerbaijan called the vote illegal.', 'illegal', 'called', 'xcomp'],
    ['The towns accused the army of shelling farms and mills.', 'farms', 'shelling', 'obj'],
    ['The leader was put under house arrest hours after calling for a vote.', 'arrest', 'put', 'obl'],
    ['The union will prolong its sanctions on Belarus.', 'Belarus', 'sanctions', 'nmod'],
    ['Last month the head of the council described the talks as useless.', 'head', 'described', 'nsubj'],
    ["Sudan's ruling council agreed to the plan.", 'Sudan', 'council', 'nmod:poss'],
    ["The rebels' commander, known as Hawk, said he was well.", 'rebels', 'commander', 'nmod:poss'],
    ['Pope Leo will travel to Lebanon next month.', 'Pope', 'Leo', 'nmod:desc'],
    [
      'Floods cut off the valley in March, leaving ten families without food, aid workers in Norhaven said.',
      'workers',
      'said',
      'nsubj',
    ],
    ['She saw the letter but said neither the abbot nor the clerk signed it.', 'signed', 'said', 'ccomp'],
    ['Indian and Pakistani troops exchanged fire in the valley on Thursday.', 'Indian', 'troops', 'amod'],
    [
      'Indian and Pakistani troops exchanged fire across the Line of Control in Kashmir for a third night, officials in Srinagar said.',
      'exchanged',
      'said',
      'ccomp',
    ],
    [
      'Marchers led by Bishop Aram Sarkis walked to Yerevan and demanded a vote.',
      'Marchers',
      'walked',
      'nsubj',
    ],
    ['Marchers led by Bishop Aram Sarkis walked to Yerevan and demanded a vote.', 'led', 'Marchers', 'acl'],
    ['Fighters loyal to the ousted president stormed a police post in Homs.', 'Fighters', 'stormed', 'nsubj'],
    [
      'The king chaired a meeting of the National Defence Council after Sudan carried out strikes on two sites.',
      'Sudan',
      'carried',
      'nsubj',
    ],
    [
      'Togo broke off relations with Benin after an official in Cotonou suggested that it had lied.',
      'relations',
      'broke',
      'obj',
    ],
    [
      'The government ended a truce with a wing of the rebels after four soldiers died in an ambush.',
      'soldiers',
      'died',
      'nsubj',
    ],
    [
      'The government ended a truce with a wing of the rebels after four soldiers died in an ambush.',
      'died',
      'ended',
      'advcl',
    ],
    ['The court freed the editor of the paper after her lawyers appealed.', 'editor', 'freed', 'obj'],
    ['The court freed the editor of the paper after her lawyers appealed.', 'lawyers', 'appealed', 'nsubj'],
    ['The delegation is to meet government negotiators in Orsel on 15 May.', 'Orsel', 'meet', 'obl'],
    [
      'The union has since halted free travel for envoys, and Norland, Sudria and Varda imposed sanctions on eleven officials.',
      'Norland',
      'imposed',
      'nsubj',
    ],
    [
      'The union has since halted free travel for envoys, and Norland, Sudria and Varda imposed sanctions on eleven officials.',
      'imposed',
      'halted',
      'conj',
    ],
    ['Outgoing President Ana Petrova called the vote a farce.', 'Ana', 'called', 'nsubj'],
    ['Four shepherds familiar with the valley said the snow was deep.', 'shepherds', 'said', 'nsubj'],
    ['Four shepherds familiar with the valley said the snow was deep.', 'valley', 'familiar', 'obl'],
    ['A diver familiar with the harbor told the guild that it was empty.', 'diver', 'told', 'nsubj'],
    ['Two clerks familiar with the treaty say the map was lost.', 'clerks', 'say', 'nsubj'],
    ['The mayor was unhappy with the toll that the guild paid.', 'mayor', 'unhappy', 'nsubj'],
    ['Togo today announced that it would leave.', 'Togo', 'announced', 'nsubj'],
    [
      'The abbot repeated his plea to mend the bell, saying the tower was dry.',
      'saying',
      'repeated',
      'advcl',
    ],
    ['The guild joined with Togo to open a school that taught the trade.', 'taught', 'school', 'acl:relcl'],
    ['The clerk lost a map in 1980 that would have shown the well.', 'shown', 'map', 'acl:relcl'],
    ['“The dam will hold,” the mayor said, also alluding to engineers.', 'alluding', 'said', 'advcl'],
    [
      'The minister said the dam was safe and criticized the governor for closing it.',
      'criticized',
      'said',
      'conj',
    ],
    ['The minister said she was alarmed but still wanted to see the dam.', 'wanted', 'alarmed', 'conj'],
    [
      'The minister noted that Togo had accused its neighbour and attacked its envoy.',
      'attacked',
      'accused',
      'conj',
    ],
    ['South Korean troops fired warning shots.', 'South', 'troops', 'compound'],
    ['Hours later gunmen opened fire on a bus.', 'Hours', 'opened', 'obl:unmarked'],
    ['South Korean President Park Sang-min met a delegation in Oslo.', 'Park', 'met', 'nsubj'],
    [
      'Chad, which hosts half a million refugees, has closed its border crossing.',
      'hosts',
      'Chad',
      'acl:relcl',
    ],
    [
      'The choir sang on Friday, in the hopes that the bishop will repair the organ.',
      'repair',
      'hopes',
      'acl',
    ],
    ['She sold the boat that Orlin gave the town.', 'gave', 'boat', 'acl:relcl'],
    ['The town bought a boat and announced it would sail in May.', 'sail', 'announced', 'ccomp'],
    ['The company hired forty men and predicted the dam would hold.', 'dam', 'hold', 'nsubj'],
    ['The company hired forty men and predicted the dam would hold.', 'hold', 'predicted', 'ccomp'],
  ])('%s', (text, word, above, relation) => {
    const tokens = tokensOf(text);
    const found = tokens.find((token) => token.text === word);
    expect(found?.deprel).toBe(relation);
    expect(tokens[found?.head ?? -1]?.text).toBe(above);
  });
});

describe('tags that the words beside a word make plain', () => {
  it.each([
    ['Jets hit the camp, killing four and injuring eleven villagers.', 'injuring', 'VERB'],
    ['Egypt sent a delegation to broker a truce.', 'broker', 'VERB'],
    ['Kigali denies backing the rebels.', 'denies', 'VERB'],
    ['Rebels reject offer of talks', 'reject', 'VERB'],
    ['Pretoria accused the rebels of looting.', 'Pretoria', 'PROPN'],
    ['North Korean leader Cho Jin-ho met a delegation in Oslo.', 'ho', 'PROPN'],
    ['Prime Minister Jan Weber met President Ali Karimov.', 'met', 'VERB'],
    ['Many fear Orlin will sell the lighthouse.', 'fear', 'VERB'],
    ['Orlin often questions the toll on the bridge.', 'questions', 'VERB'],
    ['The ferry is late, a harbor poll shows.', 'shows', 'VERB'],
    ['He likes games, songs, the Harbor shows.', 'shows', 'NOUN'],
    ['The fear of the keepers and the views of the town are known.', 'views', 'NOUN'],
    ['The broker was late, and the meeting was short.', 'broker', 'NOUN'],
  ])('%s', (text, word, upos) => {
    expect(tokensOf(text).find((token) => token.text === word)?.upos).toBe(upos);
  });
});
